/** A replay, beside what was live or by itself, as a page for colleagues: one file, nothing fetched. */
@NullMarked
package io.sectorwatch.application.replay.html;

import org.jspecify.annotations.NullMarked;
