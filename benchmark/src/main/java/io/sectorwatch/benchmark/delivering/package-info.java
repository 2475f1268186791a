/** How soon a webhook hears of a fact. */
@NullMarked
package io.sectorwatch.benchmark.delivering;

import org.jspecify.annotations.NullMarked;
