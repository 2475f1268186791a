/** How fast releases are published. */
@NullMarked
package io.sectorwatch.benchmark.publishing;

import org.jspecify.annotations.NullMarked;
