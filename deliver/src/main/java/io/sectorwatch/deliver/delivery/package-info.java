/** The delivery: one thread, consumer and group for each target. */
@NullMarked
package io.sectorwatch.deliver.delivery;

import org.jspecify.annotations.NullMarked;
