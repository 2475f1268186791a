@NullMarked
package io.sectorwatch.ingest.jsonl;

import org.jspecify.annotations.NullMarked;
