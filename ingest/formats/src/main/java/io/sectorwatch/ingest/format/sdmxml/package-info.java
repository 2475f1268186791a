/** SDMX-ML of every version: generic, time series, compact and structure-specific data. */
@NullMarked
package io.sectorwatch.ingest.format.sdmxml;

import org.jspecify.annotations.NullMarked;
