/** Series as people look at them: what is known of each period, and what was known at another time. */
@NullMarked
package io.sectorwatch.application.series;

import org.jspecify.annotations.NullMarked;
