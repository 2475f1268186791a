package io.sectorwatch.benchmark.telling;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed transitions as they come, as any subscriber would, and sees which transactions brought them. */
final class ReadTransitions implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Delays delays;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final long begun;
    private final Thread thread = new Thread(this::follow, "transitions");
    private volatile boolean closed;
    private volatile long ended;
    private final AtomicLong number = new AtomicLong();

    /** Reads from now on, and says to delays what was told when. */
    ReadTransitions(Server server, Topics topics, Delays delays) {
        this.delays = delays;
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topics.alerts()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        begun = passed();
        thread.start();
    }

    /** How many have been read. */
    long read() {
        return number.get();
    }

    /** How many ends of transactions lay between them; to be asked when this is closed. */
    long transactions() {
        return ended - begun - number.get();
    }

    /** Returns once so many have been read, or a minute has passed. */
    void await(long wanted, Jvm... programs) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number.get() < wanted && System.nanoTime() < deadline) {
            for (Jvm program : programs) {
                program.requireAlive();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void follow() {
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> transition : consumer.poll(WAIT)) {
                delays.told(Json.tree(transition.value()).path("series").asText(), System.nanoTime());
                number.incrementAndGet();
            }
        }
        ended = passed();
        consumer.close();
    }

    private long passed() {
        return partitions.stream().mapToLong(consumer::position).sum();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
