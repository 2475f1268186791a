/** History again: what is fed to a replay, what it decides, and what it says of itself. No broker here. */
@NullMarked
package io.sectorwatch.application.replay;

import org.jspecify.annotations.NullMarked;
