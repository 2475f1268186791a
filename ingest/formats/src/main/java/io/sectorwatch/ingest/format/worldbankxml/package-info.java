/** What version 2 of the World Bank's API answers in XML, its standard. */
@NullMarked
package io.sectorwatch.ingest.format.worldbankxml;

import org.jspecify.annotations.NullMarked;
