/** What version 2 of the World Bank's API answers. */
@NullMarked
package io.sectorwatch.ingest.format.worldbankjson;

import org.jspecify.annotations.NullMarked;
