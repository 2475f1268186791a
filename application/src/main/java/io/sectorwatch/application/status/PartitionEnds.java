package io.sectorwatch.application.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Looks at the last committed records of partitions. Not thread-safe. */
final class PartitionEnds implements AutoCloseable {
    // Enough to meet a record among the ends of small transactions.
    private static final int FEW = 20;
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;

    PartitionEnds(Server server) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("allow.auto.create.topics", "false");
        config.put("auto.offset.reset", "earliest");
        config.put("max.poll.records", FEW);
        // A fetch that waits at the end of one partition would hold up that of the next.
        config.put("fetch.max.wait.ms", "10");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** How far the processor has come that has committed an offset. */
    PartitionProgress look(TopicPartition partition, long beginning, long committed, long end) {
        List<ConsumerRecord<byte[], byte[]>> decided = before(partition, beginning, committed);
        boolean waiting =
                committed < end && !read(partition, committed, end, true).isEmpty();
        Instant newest = null;
        for (ConsumerRecord<byte[], byte[]> record : decided) {
            Instant time = Instant.ofEpochMilli(record.timestamp());
            newest = newest == null || time.isAfter(newest) ? time : newest;
        }
        return new PartitionProgress(
                partition.topic(),
                partition.partition(),
                committed,
                end,
                waiting,
                newest,
                waiting ? null : openRelease(decided));
    }

    /** The last few records before an offset. */
    List<ConsumerRecord<byte[], byte[]>> before(TopicPartition partition, long beginning, long offset) {
        return offset <= beginning ? List.of() : read(partition, Math.max(beginning, offset - FEW), offset, false);
    }

    /** Lets a moment pass. */
    void rest() {
        consumer.assign(List.of());
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(
            TopicPartition partition, long from, long end, boolean oneIsEnough) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // What an open transaction hides never comes.
        while (consumer.position(partition) < end && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(STEP)) {
                if (record.offset() < end) {
                    records.add(record);
                }
            }
            if (oneIsEnough && !records.isEmpty()) {
                break;
            }
        }
        return records;
    }

    /** The release of the last of some records, unless one of them closes it; null for none. */
    static @Nullable String openRelease(List<ConsumerRecord<byte[], byte[]>> records) {
        String open = null;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            open = closes(record) ? null : release(record);
        }
        return open;
    }

    // One whose release cannot be read is a dead letter.
    private static @Nullable String release(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Envelope.releaseIn(record.headers());
        } catch (MalformedMessageException e) {
            return null;
        }
    }

    private static boolean closes(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        if (type != null && type.value() != null) {
            return EventType.RELEASE.code().equals(new String(type.value(), UTF_8));
        }
        try {
            return record.value() != null && new AboutFactsCodec().read(record.value()) instanceof ClosedRelease;
        } catch (MalformedMessageException e) {
            return false;
        }
    }
}
