/** The data sets that come with Sectorwatch. */
@NullMarked
package io.sectorwatch.ingest.builtin;

import org.jspecify.annotations.NullMarked;
