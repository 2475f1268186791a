/** The one place where the clock on the wall has a say: it makes ticks, and whoever reads those needs no clock. */
@NullMarked
package io.sectorwatch.ingest.tick;

import org.jspecify.annotations.NullMarked;
