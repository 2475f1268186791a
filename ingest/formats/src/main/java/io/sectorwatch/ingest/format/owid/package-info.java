/** The CSV of a chart of Our World in Data. */
@NullMarked
package io.sectorwatch.ingest.format.owid;

import org.jspecify.annotations.NullMarked;
