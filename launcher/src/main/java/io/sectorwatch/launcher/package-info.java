/** The entry point. */
@NullMarked
package io.sectorwatch.launcher;

import org.jspecify.annotations.NullMarked;
