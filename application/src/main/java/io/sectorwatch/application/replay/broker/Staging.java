package io.sectorwatch.application.replay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.ingest.publish.RecordSender;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history to the topic that the replay's processor reads, each partition in the order of the history, and after
 * it the note that all of it is there. It is committed bit by bit, so that deciding need not wait for the end.
 */
final class Staging implements AutoCloseable {
    private static final String TYPE = "ce_type";
    private static final int EVENTS_IN_A_TRANSACTION = 50_000;
    // What a killed run left open holds up its readers for so long.
    private static final String TRANSACTION_TIMEOUT_MS = "10000";

    private final ReplayTopics topics;
    private final int partitions;
    private final ReplayPace pace;
    private final KafkaProducer<byte[], byte[]> producer;
    private final RecordSender sender;
    private final Map<String, Set<Integer>> inEffect = new HashMap<>();
    private final Map<String, Set<Integer>> ofReleases = new HashMap<>();
    private long events;

    /** Connects; an earlier run of the same replay can write no more. */
    Staging(Server server, ReplayTopics topics, int partitions, ReplayPace pace) {
        this.topics = topics;
        this.partitions = partitions;
        this.pace = pace;
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transactional.id", topics.transactionalId());
        config.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
        config.putIfAbsent("max.block.ms", "30000");
        // Many facts at once, in few requests.
        config.putIfAbsent("linger.ms", "20");
        config.putIfAbsent("batch.size", "262144");
        config.putIfAbsent("compression.type", Topics.COMPRESSION);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.sender = new RecordSender(producer);
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw failure(e);
        }
    }

    /** Something that is written. */
    interface Work {
        void run(FactHistory.Taker taker) throws IOException;
    }

    /** Notes what is about to be staged. */
    void plan(String request, Capture capture, boolean inPlace) throws IOException {
        inTransaction(taker -> sender.send(ReplayJournal.plan(topics, request, capture, inPlace)));
    }

    /** Stages what is told of a history. */
    void stage(Work telling) throws IOException {
        inTransaction(taker -> {
            telling.run(taker);
            sender.send(ReplayJournal.staged(topics));
        });
    }

    /** Notes that the replay is done. */
    void done(Manifest manifest) throws IOException {
        inTransaction(taker -> sender.send(ReplayJournal.done(topics, manifest)));
    }

    /** Takes back what was begun and not finished. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private void inTransaction(Work work) throws IOException {
        try {
            producer.beginTransaction();
            work.run(new Records());
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    private final class Records implements FactHistory.Taker {
        @Override
        public void rule(RuleEvent event) {
            awaitTurn(event.at().toEpochMilli());
            Rule rule = event.rule();
            Set<Integer> wanted = rule == null ? Set.of() : new TreeSet<>(RulePublisher.partitions(rule, partitions));
            Set<Integer> left = new TreeSet<>(inEffect.getOrDefault(event.id(), Set.of()));
            left.removeAll(wanted);
            inEffect.put(event.id(), wanted);
            // A rule that is about another indicator now must not stay in effect where it was.
            left.forEach(partition -> sender.send(rule(event, partition, null)));
            if (rule != null) {
                byte[] json = rule.json().getBytes(UTF_8);
                wanted.forEach(partition -> sender.send(rule(event, partition, json)));
            }
        }

        @Override
        public void fact(SortedFacts.Written fact) {
            awaitTurn(fact.time());
            switch (fact.type()) {
                case OBSERVATION -> {
                    int partition = Partitions.of(fact.key(), partitions);
                    if (fact.release() != null) {
                        ofReleases
                                .computeIfAbsent(fact.release(), none -> new TreeSet<>())
                                .add(partition);
                    }
                    sender.send(fact(fact, partition));
                }
                case RELEASE -> {
                    if (fact.ofPolicies()) {
                        sender.send(fact(fact, 0));
                    } else {
                        Set<Integer> its = ofReleases.remove(
                                new IndicatorCodec().read(fact.json()).subject());
                        if (its != null) {
                            its.forEach(partition -> sender.send(fact(fact, partition)));
                        }
                    }
                }
                case CORRECTION -> {
                    if (fact.ofPolicies() || !fact.key().isEmpty()) {
                        sender.send(fact(fact, fact.ofPolicies() ? 0 : Partitions.of(fact.key(), partitions)));
                    } else {
                        everywhere(fact);
                    }
                }
                case TICK -> everywhere(fact);
                // What is counted from policies lives there too.
                default -> sender.send(fact(fact, 0));
            }
        }

        private void everywhere(SortedFacts.Written fact) {
            for (int partition = 0; partition < partitions; partition++) {
                sender.send(fact(fact, partition));
            }
        }

        private ProducerRecord<byte[], byte[]> rule(RuleEvent event, int partition, byte @Nullable [] json) {
            return record(
                    EventType.RULE,
                    partition,
                    event.at().toEpochMilli(),
                    event.id().getBytes(UTF_8),
                    json);
        }

        private ProducerRecord<byte[], byte[]> fact(SortedFacts.Written fact, int partition) {
            ProducerRecord<byte[], byte[]> record = record(fact.type(), partition, fact.time(), null, fact.json());
            if (fact.release() != null) {
                record.headers().add(Envelope.RELEASE, fact.release().getBytes(UTF_8));
            }
            if (fact.ofPolicies() && fact.type() == EventType.RELEASE) {
                record.headers().add(FactsAndRules.OF_POLICIES, new byte[0]);
            }
            return record;
        }

        private ProducerRecord<byte[], byte[]> record(
                EventType type, int partition, long time, byte @Nullable [] key, byte @Nullable [] value) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topics.topics().history(), partition, time, key, value);
            record.headers().add(TYPE, type.code().getBytes(UTF_8));
            return record;
        }
    }

    // What has been fed already must be seen while the rest waits.
    private void awaitTurn(long time) {
        Duration wait = pace.waitFor(time);
        events++;
        if (wait.isZero() && events % EVENTS_IN_A_TRANSACTION != 0) {
            return;
        }
        producer.commitTransaction();
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
        producer.beginTransaction();
    }

    private static PublishException failure(KafkaException e) {
        return new PublishException(
                "the facts cannot be staged for the replay, or another run of it has taken over: " + e.getMessage(), e);
    }
}
