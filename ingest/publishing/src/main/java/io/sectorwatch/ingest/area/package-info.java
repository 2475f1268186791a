/** What publishers call countries and groups of them, and what they are called here. */
@NullMarked
package io.sectorwatch.ingest.area;

import org.jspecify.annotations.NullMarked;
