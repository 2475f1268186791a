/** Tables of FRED and ALFRED, with a day before the figures of one or more series, or vintages of them. */
@NullMarked
package io.sectorwatch.ingest.format.fredcsv;

import org.jspecify.annotations.NullMarked;
