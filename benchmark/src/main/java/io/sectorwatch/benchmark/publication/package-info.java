/** Generated files in the shapes that statistical offices publish. */
@NullMarked
package io.sectorwatch.benchmark.publication;

import org.jspecify.annotations.NullMarked;
