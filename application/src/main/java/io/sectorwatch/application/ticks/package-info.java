/** Telling an installation that time passes. */
@NullMarked
package io.sectorwatch.application.ticks;

import org.jspecify.annotations.NullMarked;
