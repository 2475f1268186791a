/** What in facts may be a mistake: warnings, which refuse nothing. */
@NullMarked
package io.sectorwatch.ingest.plausibility;

import org.jspecify.annotations.NullMarked;
