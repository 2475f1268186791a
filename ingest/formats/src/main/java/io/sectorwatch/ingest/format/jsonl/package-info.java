/** Finished messages. */
@NullMarked
package io.sectorwatch.ingest.format.jsonl;

import org.jspecify.annotations.NullMarked;
