/** Between the formats of publishers and everything after them: a reader gives rows, whatever its format looks like. */
@NullMarked
package io.sectorwatch.ingest.format;

import org.jspecify.annotations.NullMarked;
