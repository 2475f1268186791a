/** The words of series: codes, periods and their frequencies, decimals, bounds. */
@NullMarked
package io.sectorwatch.schemas.series;

import org.jspecify.annotations.NullMarked;
