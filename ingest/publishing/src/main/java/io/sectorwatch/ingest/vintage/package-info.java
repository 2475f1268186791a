/** What releases say that was not known: new figures, revised ones, withdrawn ones. */
@NullMarked
package io.sectorwatch.ingest.vintage;

import org.jspecify.annotations.NullMarked;
