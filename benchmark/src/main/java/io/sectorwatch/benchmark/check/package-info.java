/** What must be open at the end, computed from the whole history without any code of the processor. */
@NullMarked
package io.sectorwatch.benchmark.check;

import org.jspecify.annotations.NullMarked;
