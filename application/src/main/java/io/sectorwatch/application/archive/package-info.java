/** Facts and rules in a folder, to be kept and published again. */
@NullMarked
package io.sectorwatch.application.archive;

import org.jspecify.annotations.NullMarked;
