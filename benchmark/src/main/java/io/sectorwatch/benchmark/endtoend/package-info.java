/** Jobs that take their turns on one broker, and what they leave on it. */
@NullMarked
package io.sectorwatch.benchmark.endtoend;

import org.jspecify.annotations.NullMarked;
