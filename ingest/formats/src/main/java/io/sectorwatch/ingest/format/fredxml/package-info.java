/** Observations as the API of FRED and ALFRED answers them in XML. */
@NullMarked
package io.sectorwatch.ingest.format.fredxml;

import org.jspecify.annotations.NullMarked;
