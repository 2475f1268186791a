/** What a replay decided beside what was decided live. */
@NullMarked
package io.sectorwatch.application.replay.compare;

import org.jspecify.annotations.NullMarked;
