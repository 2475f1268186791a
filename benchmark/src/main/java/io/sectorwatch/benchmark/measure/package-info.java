/** Jobs in processes of their own, watched from outside. */
@NullMarked
package io.sectorwatch.benchmark.measure;

import org.jspecify.annotations.NullMarked;
