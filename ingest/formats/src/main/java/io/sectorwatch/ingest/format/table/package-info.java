/** Readers of data published as tables of text, whatever their separator, width and encoding. */
@NullMarked
package io.sectorwatch.ingest.format.table;

import org.jspecify.annotations.NullMarked;
