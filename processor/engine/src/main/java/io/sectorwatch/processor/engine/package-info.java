/** The events of one task in their order, and what follows from each. */
@NullMarked
package io.sectorwatch.processor.engine;

import org.jspecify.annotations.NullMarked;
