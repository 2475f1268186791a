/** SDMX-JSON 1.0 and 2.0. */
@NullMarked
package io.sectorwatch.ingest.format.sdmxjson;

import org.jspecify.annotations.NullMarked;
