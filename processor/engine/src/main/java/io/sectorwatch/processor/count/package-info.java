/** Policy events counted into series of their own. */
@NullMarked
package io.sectorwatch.processor.count;

import org.jspecify.annotations.NullMarked;
