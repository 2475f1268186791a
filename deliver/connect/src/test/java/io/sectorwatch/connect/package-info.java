/** Kafka Connect, with the configuration of the documents. */
@NullMarked
package io.sectorwatch.connect;

import org.jspecify.annotations.NullMarked;
