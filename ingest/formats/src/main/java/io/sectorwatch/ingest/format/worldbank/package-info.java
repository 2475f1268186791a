/** What the World Bank's API answers. */
@NullMarked
package io.sectorwatch.ingest.format.worldbank;

import org.jspecify.annotations.NullMarked;
