package io.sectorwatch.launcher.replay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.SortedFacts;
import io.sectorwatch.launcher.replay.RuleVersions;
import io.sectorwatch.launcher.replay.compare.LateFacts;
import io.sectorwatch.launcher.replay.log.AlertLog;
import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.launcher.server.TopicReader;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.event.EventDeserializer;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** The live topics up to where they were captured; read without a group, and nothing of them is changed. */
public final class LiveTopics {
    private final Server server;
    private final Topics topics;
    private final Capture capture;
    private final LateFacts late = new LateFacts();
    private long newest;
    private long unreadable;
    private long read;

    public LiveTopics(Server server, Topics topics, Capture capture) {
        this.server = server;
        this.topics = topics;
        this.capture = capture;
    }

    /** Which rules were in effect when. */
    public RuleVersions rules() {
        RuleVersions versions = new RuleVersions();
        forEach(topics.rules(), record -> {
            try {
                if (record.value() != null || record.key() != null) {
                    var rule = record.value() == null ? null : new RuleCodec().read(record.value());
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

    /** The facts that are needed. */
    public void facts(SortedFacts facts, Predicate<Message> needed, LongConsumer progress) {
        facts(topics.policies(), new EventDeserializer<>(new PolicyCodec(), EventType.POLICY), facts, needed, progress);
        facts(
                topics.indicators(),
                new EventDeserializer<>(new IndicatorCodec(), EventType.OBSERVATION, EventType.TICK),
                facts,
                needed,
                progress);
    }

    /** The transitions. */
    public void alerts(AlertLog log) {
        forEach(topics.alerts(), record -> add(log, record));
    }

    /** Puts a record of a topic of alerts into a log. */
    public static void add(AlertLog log, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || record.key() == null) {
            return;
        }
        try {
            log.add(new String(record.key(), UTF_8), record.timestamp(), record.offset(), record.value());
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be used (" + e.getMessage() + ")", e);
        }
    }

    /** Which of the facts were late. */
    public LateFacts late() {
        return late;
    }

    /** The newest knowledge time of all facts; the epoch without any. */
    public Instant newest() {
        return Instant.ofEpochMilli(newest);
    }

    /** How many records no processor could read. */
    public long unreadable() {
        return unreadable;
    }

    private void facts(
            String topic,
            Deserializer<? extends Message> reader,
            SortedFacts facts,
            Predicate<Message> needed,
            LongConsumer progress) {
        forEach(topic, record -> {
            progress.accept(++read);
            Message fact;
            try {
                fact = record.value() == null ? null : reader.deserialize(topic, record.headers(), record.value());
            } catch (SerializationException e) {
                // No fact: the processor puts it with the dead letters and says why.
                fact = null;
            }
            if (fact == null) {
                unreadable++;
                return;
            }
            newest = Math.max(newest, fact.time().toEpochMilli());
            late.add(topic + '-' + record.partition(), fact);
            if (needed.test(fact)) {
                facts.add(0, fact);
            }
        });
    }

    private interface Taker {
        void take(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    private void forEach(String topic, Taker taker) {
        try (TopicReader reader = new TopicReader(server, topic)) {
            reader.read(capture.ends(topic), record -> {
                try {
                    taker.take(record);
                } catch (IOException e) {
                    throw new UncheckedIOException("the temporary files cannot be used (" + e.getMessage() + ")", e);
                }
            });
        }
    }
}
