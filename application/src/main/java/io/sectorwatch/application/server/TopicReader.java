package io.sectorwatch.application.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one topic from its beginning, in every partition, and only what is committed. Joins no group. */
public final class TopicReader implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MOST_WAITING_MS = "100";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Server server;

    public TopicReader(Server server, String topic) {
        this(
                server,
                topic,
                consumer -> consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList());
    }

    /** Reads some partitions of one topic. */
    public TopicReader(Server server, String topic, Collection<TopicPartition> partitions) {
        this(server, topic, consumer -> List.copyOf(partitions));
    }

    private TopicReader(
            Server server,
            String topic,
            Function<KafkaConsumer<byte[], byte[]>, List<TopicPartition>> partitionsAmong) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("allow.auto.create.topics", "false");
        config.put("auto.offset.reset", "earliest");
        // A fetch that waits at the end of a topic holds up whatever comes next, and the end of the client too.
        config.putIfAbsent("fetch.max.wait.ms", MOST_WAITING_MS);
        this.server = server;
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = partitionsAmong.apply(consumer);
        if (partitions.isEmpty()) {
            consumer.close();
            throw ServerException.noTopic(topic, server);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** How many partitions the topic has. */
    public int partitions() {
        return partitions.size();
    }

    /** Leaves out what is there already. */
    public void skipToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** What has come, merged by time: a partition's own order is kept. */
    public List<ConsumerRecord<byte[], byte[]>> poll(Duration wait) {
        return Merge.byTime(List.of(consumer.poll(wait)));
    }

    /** All that is committed now and was not read yet, merged by time. */
    public List<ConsumerRecord<byte[], byte[]>> readToEnd() {
        return readTo(consumer.endOffsets(partitions));
    }

    /** All up to where the topic ends now, waiting for transactions that are still open. */
    public List<ConsumerRecord<byte[], byte[]>> readThroughOpenTransactions(Offsets offsets) {
        return readTo(offsets.ends(partitions));
    }

    /** The same, each partition in its order, handed over as it comes: however much that is, it is not kept. */
    public void readThroughOpenTransactions(Offsets offsets, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        readTo(offsets.ends(partitions), () -> true, batch -> batch.forEach(taker));
    }

    /**
     * All up to given ends and nothing behind them, each partition in its order, handed over as it comes.
     *
     * @param wanted is asked from time to time; once it says no, that is the end
     */
    public void read(
            Map<TopicPartition, Long> ends, BooleanSupplier wanted, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        readTo(ends, wanted, batch -> {
            for (TopicPartition partition : batch.partitions()) {
                long end = ends.getOrDefault(partition, 0L);
                for (ConsumerRecord<byte[], byte[]> record : batch.records(partition)) {
                    if (record.offset() < end) {
                        taker.accept(record);
                    }
                }
            }
        });
    }

    /** Where what is committed ends now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** How many records stand from some places up to given ends: the marks of transactions are none. */
    public long count(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> wanted = new HashMap<>(ends);
        wanted.keySet().retainAll(from.keySet());
        consumer.seekToEnd(partitions);
        wanted.keySet().forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        LongAdder count = new LongAdder();
        read(wanted, () -> true, record -> count.increment());
        return count.sum();
    }

    /**
     * The last few records of a moment, as far as the topic is in the order of its records' times, and the last few of
     * all: of each partition up to so many, handed over as they come.
     */
    public void readEndOf(Instant moment, int records, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> after = new HashMap<>(ends);
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, moment.toEpochMilli() + 1));
        consumer.offsetsForTimes(times).forEach((partition, later) -> {
            if (later != null) {
                after.put(partition, later.offset());
            }
        });
        readUpTo(after, records, taker);
        if (!after.equals(ends)) {
            readUpTo(ends, records, taker);
        }
    }

    private void readUpTo(Map<TopicPartition, Long> ends, int records, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        partitions.forEach(partition -> consumer.seek(
                partition,
                Math.max(beginnings.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - records)));
        read(ends, () -> true, taker);
    }

    private List<ConsumerRecord<byte[], byte[]>> readTo(Map<TopicPartition, Long> ends) {
        List<ConsumerRecords<byte[], byte[]>> batches = new ArrayList<>();
        readTo(ends, () -> true, batches::add);
        return Merge.byTime(batches);
    }

    private void readTo(
            Map<TopicPartition, Long> ends, BooleanSupplier wanted, Consumer<ConsumerRecords<byte[], byte[]>> taker) {
        long position = -1;
        long deadline = 0;
        while (wanted.getAsBoolean()
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            taker.accept(consumer.poll(STEP));
            long now = partitions.stream().mapToLong(consumer::position).sum();
            if (now != position) {
                position = now;
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new ServerException(
                        "nothing comes from " + partitions.get(0).topic() + " at " + server.address()
                                + " any more (waited " + PATIENCE.toSeconds() + " s)");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
