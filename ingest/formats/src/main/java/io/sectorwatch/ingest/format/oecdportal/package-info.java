/** What the OECD's data portal of before 2024 exported. */
@NullMarked
package io.sectorwatch.ingest.format.oecdportal;

import org.jspecify.annotations.NullMarked;
