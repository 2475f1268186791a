/** How the topology reads events and writes what it decided. */
@NullMarked
package io.sectorwatch.processor.serde;

import org.jspecify.annotations.NullMarked;
