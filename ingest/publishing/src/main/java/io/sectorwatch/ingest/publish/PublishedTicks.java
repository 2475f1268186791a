package io.sectorwatch.ingest.publish;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The ticks that stand among the indicators. */
final class PublishedTicks implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    PublishedTicks(Map<String, Object> clientConfig, Topics topics) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topics.indicators()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Whether a tick stands in every partition. */
    boolean everywhere(Tick tick) {
        Set<TopicPartition> without = new HashSet<>(partitions);
        Map<TopicPartition, Long> ends = seekTo(tick.time().toEpochMilli());
        byte[] value = Envelope.of(tick).value();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream()
                .anyMatch(end -> without.contains(end.getKey()) && consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(STEP)) {
                if (Arrays.equals(record.value(), value)) {
                    without.remove(new TopicPartition(record.topic(), record.partition()));
                }
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("nothing comes from the indicators any more");
            }
        }
        return without.isEmpty();
    }

    @Override
    public void close() {
        consumer.close();
    }

    // All before the first record of that time or later is older than the tick; where there is none, so is everything.
    private Map<TopicPartition, Long> seekTo(long time) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time));
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        consumer.offsetsForTimes(times).forEach((partition, first) -> seek(partition, first, ends));
        return ends;
    }

    private void seek(TopicPartition partition, @Nullable OffsetAndTimestamp first, Map<TopicPartition, Long> ends) {
        if (first == null) {
            ends.remove(partition);
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, first.offset());
        }
    }
}
