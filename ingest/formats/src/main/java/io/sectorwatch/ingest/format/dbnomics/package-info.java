/** What the API of DBnomics answers, which passes on the series of many offices. */
@NullMarked
package io.sectorwatch.ingest.format.dbnomics;

import org.jspecify.annotations.NullMarked;
