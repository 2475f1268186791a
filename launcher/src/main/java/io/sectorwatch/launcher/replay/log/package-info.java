/** Transitions in an order that does not depend on how they were decided. */
@NullMarked
package io.sectorwatch.launcher.replay.log;

import org.jspecify.annotations.NullMarked;
