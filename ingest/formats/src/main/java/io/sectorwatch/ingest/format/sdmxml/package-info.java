/** SDMX-ML: generic, time series and structure-specific data, 2.1 and 3.0. */
@NullMarked
package io.sectorwatch.ingest.format.sdmxml;

import org.jspecify.annotations.NullMarked;
