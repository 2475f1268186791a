/** Sources of facts, read into the contract's messages, and what becomes of them on the way to Kafka. */
@NullMarked
package io.sectorwatch.ingest;

import org.jspecify.annotations.NullMarked;
