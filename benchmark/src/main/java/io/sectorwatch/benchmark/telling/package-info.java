/** How soon a webhook hears of a fact. */
@NullMarked
package io.sectorwatch.benchmark.telling;

import org.jspecify.annotations.NullMarked;
