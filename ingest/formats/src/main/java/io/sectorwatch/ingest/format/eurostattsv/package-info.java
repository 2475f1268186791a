/** Eurostat's bulk download. */
@NullMarked
package io.sectorwatch.ingest.format.eurostattsv;

import org.jspecify.annotations.NullMarked;
