/** Sources that are read again and again. */
@NullMarked
package io.sectorwatch.launcher.watch;

import org.jspecify.annotations.NullMarked;
