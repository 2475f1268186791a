/** The scorecards as people read them. */
@NullMarked
package io.sectorwatch.launcher.scorecard;

import org.jspecify.annotations.NullMarked;
