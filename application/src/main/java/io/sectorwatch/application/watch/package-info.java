/** Sources that are read again and again. */
@NullMarked
package io.sectorwatch.application.watch;

import org.jspecify.annotations.NullMarked;
