/** Sorting of more than memory holds. */
@NullMarked
package io.sectorwatch.ingest.sort;

import org.jspecify.annotations.NullMarked;
