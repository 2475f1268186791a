package io.sectorwatch.walls.broken.processor.topology;

import org.apache.kafka.streams.processor.internals.ProcessorNode;

public record TouchesInternals(ProcessorNode<?, ?, ?, ?> node) {}
