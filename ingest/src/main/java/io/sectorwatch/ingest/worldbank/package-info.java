/** What the World Bank's API answers. */
@NullMarked
package io.sectorwatch.ingest.worldbank;

import org.jspecify.annotations.NullMarked;
