package io.sectorwatch.walls.broken.processor.engine;

import org.apache.kafka.common.TopicPartition;

public record KnowsKafka(TopicPartition partition) {}
