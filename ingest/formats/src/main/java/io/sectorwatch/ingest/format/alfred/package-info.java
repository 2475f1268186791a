/** What FRED and its archive ALFRED have in common, whatever the format: series, and vintages of them. */
@NullMarked
package io.sectorwatch.ingest.format.alfred;

import org.jspecify.annotations.NullMarked;
