/** Facts and rules in a folder, to be kept and published again. */
@NullMarked
package io.sectorwatch.launcher.archive;

import org.jspecify.annotations.NullMarked;
