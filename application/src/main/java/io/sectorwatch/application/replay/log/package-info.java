/** Transitions in an order that does not depend on how they were decided. */
@NullMarked
package io.sectorwatch.application.replay.log;

import org.jspecify.annotations.NullMarked;
