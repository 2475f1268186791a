/** What the formats of SDMX share. */
@NullMarked
package io.sectorwatch.ingest.format.sdmx;

import org.jspecify.annotations.NullMarked;
