/** Vintages of series, and what a rule sees of them. */
@NullMarked
package io.sectorwatch.processor.series;

import org.jspecify.annotations.NullMarked;
