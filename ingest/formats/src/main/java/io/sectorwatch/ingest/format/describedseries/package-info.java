/** Series that have a column each, below lines that say what each of them is. */
@NullMarked
package io.sectorwatch.ingest.format.describedseries;

import org.jspecify.annotations.NullMarked;
