/** Which transitions a target is told of. */
@NullMarked
package io.sectorwatch.deliver.filter;

import org.jspecify.annotations.NullMarked;
