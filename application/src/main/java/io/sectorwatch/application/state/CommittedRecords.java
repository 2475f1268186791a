package io.sectorwatch.application.state;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The committed records of a partition up to an offset, one after another. Not thread-safe. */
final class CommittedRecords implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long end;
    private final Queue<ConsumerRecord<byte[], byte[]>> read = new ArrayDeque<>();

    CommittedRecords(Server server, TopicPartition partition, long end) {
        this.partition = partition;
        this.end = end;
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** The next one; null after the last. */
    @Nullable
    ConsumerRecord<byte[], byte[]> head() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (read.isEmpty() && consumer.position(partition) < end) {
            long before = consumer.position(partition);
            consumer.poll(STEP).forEach(record -> {
                if (record.offset() < end) {
                    read.add(record);
                }
            });
            if (consumer.position(partition) > before) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new ServerException(partition + " cannot be read to offset " + end + ": nothing comes");
            }
        }
        return read.peek();
    }

    ConsumerRecord<byte[], byte[]> take() {
        return read.remove();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
