/** A second try of what is parked. */
@NullMarked
package io.sectorwatch.deliver.redrive;

import org.jspecify.annotations.NullMarked;
