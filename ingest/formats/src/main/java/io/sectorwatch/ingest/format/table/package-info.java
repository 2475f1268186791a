/** What readers of tables of text share, whatever their separator, width and encoding. */
@NullMarked
package io.sectorwatch.ingest.format.table;

import org.jspecify.annotations.NullMarked;
