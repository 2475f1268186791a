/** A replay on a broker: what it reads of the live topics, what it stages, and what is left of it. */
@NullMarked
package io.sectorwatch.application.replay.broker;

import org.jspecify.annotations.NullMarked;
