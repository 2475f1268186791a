/** What is known of each area and sector, in slices and put together. */
@NullMarked
package io.sectorwatch.processor.scorecard;

import org.jspecify.annotations.NullMarked;
