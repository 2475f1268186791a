/** A replay without a broker: what files hold is decided in this process. */
@NullMarked
package io.sectorwatch.application.replay.file;

import org.jspecify.annotations.NullMarked;
