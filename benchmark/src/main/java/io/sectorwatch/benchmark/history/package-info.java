/** A generated history, and how it gets to the broker. */
@NullMarked
package io.sectorwatch.benchmark.history;

import org.jspecify.annotations.NullMarked;
