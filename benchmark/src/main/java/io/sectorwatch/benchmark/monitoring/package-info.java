/** How fast the monitor reads the topics, and answers. */
@NullMarked
package io.sectorwatch.benchmark.monitoring;

import org.jspecify.annotations.NullMarked;
