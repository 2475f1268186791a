/** All formats there are, and how bytes are recognised as one of them. */
@NullMarked
package io.sectorwatch.ingest.format.registry;

import org.jspecify.annotations.NullMarked;
