/** What a run of the benchmark is to measure. */
@NullMarked
package io.sectorwatch.benchmark.plan;

import org.jspecify.annotations.NullMarked;
