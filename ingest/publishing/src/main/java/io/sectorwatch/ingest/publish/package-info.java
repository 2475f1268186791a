/** Facts on their way to Kafka. */
@NullMarked
package io.sectorwatch.ingest.publish;

import org.jspecify.annotations.NullMarked;
