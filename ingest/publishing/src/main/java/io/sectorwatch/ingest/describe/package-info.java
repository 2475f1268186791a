/** What a file holds, and what would become of it: for a person who has not seen it before. */
@NullMarked
package io.sectorwatch.ingest.describe;

import org.jspecify.annotations.NullMarked;
