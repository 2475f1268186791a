package io.sectorwatch.application.replay.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Lets a processor see live topics as they were captured: what has come since is not handed on. Other topics are not
 * touched.
 */
public final class UpToCapture implements ConsumerInterceptor<byte[], byte[]> {
    private static final String ENDS = "sectorwatch.replay.ends";

    private Map<TopicPartition, Long> ends = Map.of();

    /** What makes a processor's consumers read no further than this. */
    public static Map<String, Object> config(Map<TopicPartition, Long> ends) {
        return Map.of(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                List.of(UpToCapture.class),
                StreamsConfig.mainConsumerPrefix(ENDS),
                ends);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        if (!(configs.get(ENDS) instanceof Map<?, ?> given)) {
            throw new IllegalArgumentException(ENDS + " is missing");
        }
        Map<TopicPartition, Long> known = new HashMap<>();
        given.forEach((partition, end) -> known.put((TopicPartition) partition, (Long) end));
        ends = Map.copyOf(known);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        if (records.partitions().stream().noneMatch(partition -> goesOn(records.records(partition), partition))) {
            return records;
        }
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> captured = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            captured.put(
                    partition,
                    records.records(partition).stream()
                            .filter(record -> record.offset() < end(partition))
                            .toList());
        }
        captured.values().removeIf(List::isEmpty);
        return new ConsumerRecords<>(captured, records.nextOffsets());
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    private boolean goesOn(List<ConsumerRecord<byte[], byte[]>> records, TopicPartition partition) {
        return records.get(records.size() - 1).offset() >= end(partition);
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, Long.MAX_VALUE);
    }
}
