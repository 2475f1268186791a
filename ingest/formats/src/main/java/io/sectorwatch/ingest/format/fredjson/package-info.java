/** Observations as the API of FRED and ALFRED answers them in JSON. */
@NullMarked
package io.sectorwatch.ingest.format.fredjson;

import org.jspecify.annotations.NullMarked;
