/** The Kafka Streams application: from the topics of facts and rules to those of alerts and scorecards. */
@NullMarked
package io.sectorwatch.processor.topology;

import org.jspecify.annotations.NullMarked;
