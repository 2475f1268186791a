package io.sectorwatch.application.state;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.processor.topology.TaskState;
import io.sectorwatch.processor.topology.TaskState.Understood;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The records of a partition up to an offset that the processor accepted, one after another. Not thread-safe. */
final class UnderstoodRecords implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long end;
    private final TaskState state;
    private final Queue<Understood> read = new ArrayDeque<>();

    UnderstoodRecords(Server server, TopicPartition partition, long end, TaskState state) {
        this.partition = partition;
        this.end = end;
        this.state = state;
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
    Understood head() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (read.isEmpty() && consumer.position(partition) < end) {
            long before = consumer.position(partition);
            consumer.poll(STEP).forEach(record -> {
                Understood understood = record.offset() < end ? state.read(record) : null;
                if (understood != null) {
                    read.add(understood);
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

    Understood take() {
        return read.remove();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
