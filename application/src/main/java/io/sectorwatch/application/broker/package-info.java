/** A real Kafka broker inside this process, and the directory it keeps its data in. */
@NullMarked
package io.sectorwatch.application.broker;

import org.jspecify.annotations.NullMarked;
