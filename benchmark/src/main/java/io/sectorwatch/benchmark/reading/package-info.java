/** How fast files are read. */
@NullMarked
package io.sectorwatch.benchmark.reading;

import org.jspecify.annotations.NullMarked;
