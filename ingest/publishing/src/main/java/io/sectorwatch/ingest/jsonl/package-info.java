/** Facts as JSON Lines. */
@NullMarked
package io.sectorwatch.ingest.jsonl;

import org.jspecify.annotations.NullMarked;
