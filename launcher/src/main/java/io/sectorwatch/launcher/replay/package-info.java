/** History again: what is fed to a replay, what it decides, and what it says of itself. No broker here. */
@NullMarked
package io.sectorwatch.launcher.replay;

import org.jspecify.annotations.NullMarked;
