/** What memory does not hold. */
@NullMarked
package io.sectorwatch.ingest.temporary;

import org.jspecify.annotations.NullMarked;
