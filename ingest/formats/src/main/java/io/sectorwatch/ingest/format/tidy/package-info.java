/** Any table with a header, a period and a figure. */
@NullMarked
package io.sectorwatch.ingest.format.tidy;

import org.jspecify.annotations.NullMarked;
