/** What the World Bank's answers have in common, whatever their form. */
@NullMarked
package io.sectorwatch.ingest.format.worldbank;

import org.jspecify.annotations.NullMarked;
