/** The World Bank's download, with a column for every year. */
@NullMarked
package io.sectorwatch.ingest.format.worldbankcsv;

import org.jspecify.annotations.NullMarked;
