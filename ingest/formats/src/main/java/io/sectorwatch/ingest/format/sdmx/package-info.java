/** Messages of SDMX, in XML and in JSON. */
@NullMarked
package io.sectorwatch.ingest.format.sdmx;

import org.jspecify.annotations.NullMarked;
