/** SDMX-CSV 1.0, 2.0 and 2.1, with what Eurostat adds to it. */
@NullMarked
package io.sectorwatch.ingest.format.sdmxcsv;

import org.jspecify.annotations.NullMarked;
