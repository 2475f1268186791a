package io.sectorwatch.application.replay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.replay.RuleVersions;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The live topics up to where they were captured; read without a group, and nothing of them is changed. */
public final class LiveTopics {
    private final Server server;
    private final Topics topics;
    private final Capture capture;
    private long unreadable;

    public LiveTopics(Server server, Topics topics, Capture capture) {
        this.server = server;
        this.topics = topics;
        this.capture = capture;
    }

    /** What whoever reads their facts must be let do. */
    public static List<Right> rights(Topics topics) {
        return List.of(
                Right.toRead(topics.indicators()),
                Right.toRead(topics.policies()),
                Right.toDescribe(topics.rules()),
                Right.toDescribe(topics.alerts()));
    }

    /** Which rules were in effect when. */
    public RuleVersions rules() {
        RuleVersions versions = new RuleVersions();
        Admission admission = admission();
        forEach(topics.rules(), capture.ends(topics.rules()), () -> true, record -> {
            try {
                if (record.value() != null || record.key() != null) {
                    var rule = record.value() == null ? null : (Rule) admission.read(record);
                    String id = rule == null ? new String(record.key(), UTF_8) : rule.id();
                    versions.add(record.partition(), Instant.ofEpochMilli(record.timestamp()), id, rule);
                }
            } catch (MalformedMessageException e) {
                // The processor has refused it too, and keeps it among the dead letters with the reason.
                unreadable++;
            }
        });
        return versions;
    }

    /** How many rules no processor accepted. */
    long unreadableRules() {
        return unreadable;
    }

    /** Facts of a topic up to given ends, each partition in its order, as long as more are wanted. */
    void facts(String topic, Map<TopicPartition, Long> ends, BooleanSupplier wanted, FactTopicReader reader) {
        forEach(topic, ends, wanted, reader::read);
    }

    /** What understands its facts as the processor does. */
    FactTopicReader reader(FactTopicReader.Taker taker) {
        return new FactTopicReader(topics, admission(), taker);
    }

    /** How many facts there are to read, or a few less. */
    public long size() {
        return capture.size(topics.indicators()) + capture.size(topics.policies());
    }

    /**
     * Collects those of all facts that are needed, the policies first.
     *
     * @param progress is told how many have been read
     */
    public Collected collect(Predicate<Message> needed, Path temporary, LongConsumer progress) throws IOException {
        Collected collected = new Collected(needed, temporary, partitions());
        AtomicLong read = new AtomicLong();
        FactTopicReader reader = reader((record, fact) -> {
            progress.accept(read.incrementAndGet());
            collected.take(record, fact);
        });
        try {
            facts(topics.policies(), capture.ends(topics.policies()), () -> true, reader);
            facts(topics.indicators(), capture.ends(topics.indicators()), () -> true, reader);
        } catch (RuntimeException e) {
            collected.close();
            throw e;
        }
        return collected;
    }

    /** The transitions. */
    void alerts(AlertLog log) {
        forEach(topics.alerts(), capture.ends(topics.alerts()), () -> true, record -> add(log, record));
    }

    /** Puts a record of a topic of alerts into a log. */
    static void add(AlertLog log, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || record.key() == null) {
            return;
        }
        try {
            String release = Envelope.releaseIn(record.headers());
            log.add(new String(record.key(), UTF_8), record.timestamp(), record.offset(), release, record.value());
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be used (" + e.getMessage() + ")", e);
        }
    }

    Topics topics() {
        return topics;
    }

    private Admission admission() {
        return new Admission(topics, partitions());
    }

    private int partitions() {
        return capture.ends(topics.indicators()).size();
    }

    /** How far they are read. */
    Capture capture() {
        return capture;
    }

    private interface Taker {
        void take(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    private void forEach(String topic, Map<TopicPartition, Long> ends, BooleanSupplier wanted, Taker taker) {
        try (TopicReader reader = new TopicReader(server, topic, ends.keySet())) {
            reader.read(ends, wanted, record -> {
                try {
                    taker.take(record);
                } catch (IOException e) {
                    throw new UncheckedIOException("the temporary files cannot be used (" + e.getMessage() + ")", e);
                }
            });
        }
    }
}
