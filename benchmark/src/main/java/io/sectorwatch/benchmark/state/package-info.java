/** What the processor's state weighs, measured on the engine in this process. */
@NullMarked
package io.sectorwatch.benchmark.state;

import org.jspecify.annotations.NullMarked;
