/** What an operator watches: metrics in the form of Prometheus. */
@NullMarked
package io.sectorwatch.monitor.metrics;

import org.jspecify.annotations.NullMarked;
