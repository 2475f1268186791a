package io.sectorwatch.benchmark.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed transitions as they come, as a subscriber does, and knows where their facts are. */
final class TransitionsSeen implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final String RECORDED_TIME = "ce_recordedtime";
    private static final String TIME = "ce_time";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final int partitions;
    private final Map<Integer, Seen> last = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::follow, "transitions");
    private final Function<Instant, OptionalDouble> sinceSent;
    private final DoubleAccumulator longestDelay = new DoubleAccumulator(Math::max, 0);
    private volatile boolean closed;

    /** The newest transition that follows from the facts of a partition: when it was decided, and when it was read. */
    private record Seen(Instant decided, long read) {}

    /**
     * Reads from now on.
     *
     * @param sinceSent how many seconds ago the facts of a moment were sent
     */
    TransitionsSeen(Server server, Topics topics, int partitions, Function<Instant, OptionalDouble> sinceSent) {
        this.sinceSent = sinceSent;
        this.partitions = partitions;
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = consumer.partitionsFor(topics.alerts()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        thread.setDaemon(true);
        thread.start();
    }

    /** Seconds from a moment to the reading of what was decided after it on one of some partitions of the facts. */
    OptionalDouble secondsSince(Instant moment, long nanos, Set<Integer> ofFacts) {
        return last.entrySet().stream()
                .filter(seen -> ofFacts.contains(seen.getKey()))
                .filter(seen -> seen.getValue().decided().isAfter(moment))
                .mapToDouble(seen -> (seen.getValue().read() - nanos) / 1e9)
                .min();
    }

    /** The partitions of facts of which something was read that was decided after a moment. */
    boolean allSince(Instant moment, Set<Integer> ofFacts) {
        return ofFacts.stream()
                .allMatch(partition -> last.containsKey(partition)
                        && last.get(partition).decided().isAfter(moment));
    }

    /** Forgets which transition came latest. */
    void forgetDelays() {
        longestDelay.reset();
    }

    /** The most seconds, since that was last forgotten, from the sending of facts to the reading of what follows from them. */
    double longestDelay() {
        return longestDelay.get();
    }

    private void follow() {
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                String key = new String(record.key(), UTF_8);
                String indicator =
                        SeriesKey.parse(key.substring(key.lastIndexOf('|') + 1)).indicator();
                Instant decided = Instant.parse(
                        new String(record.headers().lastHeader(RECORDED_TIME).value(), UTF_8));
                Instant moment = Instant.parse(
                        new String(record.headers().lastHeader(TIME).value(), UTF_8));
                sinceSent.apply(moment).ifPresent(longestDelay::accumulate);
                last.put(Partitions.of(indicator, partitions), new Seen(decided, System.nanoTime()));
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }
}
