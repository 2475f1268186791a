/** The scorecards as people read them. */
@NullMarked
package io.sectorwatch.application.scorecard;

import org.jspecify.annotations.NullMarked;
