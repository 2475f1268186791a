/** Periods and frequencies as publishers write them: what is said by a text, what is left open, and what settles it. */
@NullMarked
package io.sectorwatch.ingest.period;

import org.jspecify.annotations.NullMarked;
