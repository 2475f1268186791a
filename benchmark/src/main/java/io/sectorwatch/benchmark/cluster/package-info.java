/** A cluster of three brokers with three processors on it, of which some are killed while facts come. */
@NullMarked
package io.sectorwatch.benchmark.cluster;

import org.jspecify.annotations.NullMarked;
