/** What rules cost, measured on the engine in this process. */
@NullMarked
package io.sectorwatch.benchmark.rules;

import org.jspecify.annotations.NullMarked;
