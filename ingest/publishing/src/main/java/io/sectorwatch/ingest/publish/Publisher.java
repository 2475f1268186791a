package io.sectorwatch.ingest.publish;

import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes facts, each batch in one transaction: a reader of committed records sees all of it or nothing, wherever this
 * process is killed. Never creates a topic. Every step waits for Kafka no longer than the time-outs of its configuration
 * say, by default half a minute; the first one waits, too, for the transactions that other publishers have open. Not
 * thread-safe.
 */
public final class Publisher implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Failures failures;
    private final FactRecords records;
    private final KafkaProducer<byte[], byte[]> producer;
    private final RecordSender sender;
    private final Turns turns;
    private Duration closing = CLOSING;

    /**
     * Connects, and ends what an earlier publisher with the same transactional id left open.
     *
     * @param clientConfig {@code bootstrap.servers}, and what else Kafka's clients are to be told
     * @param transactionalId two publishers at the same time must not share it
     * @throws PublishException if Kafka does not answer, or a topic is missing
     */
    public Publisher(Map<String, Object> clientConfig, Topics topics, String transactionalId) {
        this(clientConfig, topics, transactionalId, () -> {});
    }

    /**
     * The same for somebody who wants to know.
     *
     * @param waiting is told that another publisher's open transaction is waited for
     */
    public Publisher(Map<String, Object> clientConfig, Topics topics, String transactionalId, Runnable waiting) {
        Map<String, Object> config = new HashMap<>(TimeOuts.in(clientConfig));
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        this.failures = Failures.of(config);
        this.records = new FactRecords(topics, TopicSizes.ask(config, topics, failures));
        this.turns = new Turns(config, topics, transactionalId, waiting);
        this.producer = connect(config);
        this.sender = new RecordSender(producer);
    }

    /**
     * Publishes facts in the given order, all of them or none.
     *
     * @param progress is told how many have been handed over, on the calling thread; the whole number only when all are
     *     published
     * @throws PublishException if they could not be; close this publisher then, and try again with another
     */
    public void publish(List<Message> facts, LongConsumer progress) {
        Iterator<Message> all = facts.iterator();
        try {
            publishAll(facts.size(), () -> all.hasNext() ? records.of(all.next()) : null, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same for facts that come one by one, with what closes their releases.
     *
     * @param count how many facts there are
     * @throws IOException if they fail to come; nothing is published then
     */
    public void publish(long count, PublishingPlan.Facts facts, LongConsumer progress) throws IOException {
        publishAll(
                count,
                () -> {
                    SortedFacts.Enveloped next = facts.next();
                    return next == null ? null : records.of(next.key(), next.ofPolicies(), next.envelope());
                },
                progress);
    }

    /** Gives the records of one fact after another; null at the end. */
    private interface Source {
        @Nullable
        List<ProducerRecord<byte[], byte[]>> next() throws IOException;
    }

    private void publishAll(long count, Source facts, LongConsumer progress) throws IOException {
        if (count == 0) {
            return;
        }
        try {
            long sent = 0;
            var first = facts.next();
            if (first != null) {
                begin(first);
            }
            for (var next = first; next != null; next = facts.next()) {
                if (sent > 0) {
                    next.forEach(sender::send);
                }
                sent++;
                if (sent < count) {
                    progress.accept(sent);
                }
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw failure(e);
        }
        progress.accept(count);
    }

    /** Begins with the records of the first fact, when it is this one's turn. */
    private void begin(List<ProducerRecord<byte[], byte[]>> first) {
        while (true) {
            turns.await();
            producer.beginTransaction();
            Map<TopicPartition, Long> begun = sent(first);
            if (turns.isFirst(begun)) {
                return;
            }
            producer.abortTransaction();
        }
    }

    /** Returns the last offset in each partition, when all have arrived. */
    private Map<TopicPartition, Long> sent(List<ProducerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> offsets = new ConcurrentHashMap<>();
        for (ProducerRecord<byte[], byte[]> record : records) {
            sender.send(
                    record,
                    metadata -> offsets.merge(
                            new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset(), Math::max));
        }
        producer.flush();
        sender.requireNoFailure();
        return offsets;
    }

    /** Takes back what has been begun and not been published. */
    @Override
    public void close() {
        turns.close();
        producer.close(closing);
    }

    private PublishException failure(Exception e) {
        if (Failures.isBeyondReach(e)) {
            closing = Duration.ZERO;
        }
        return failures.publishing(e);
    }

    private KafkaProducer<byte[], byte[]> connect(Map<String, Object> config) {
        KafkaProducer<byte[], byte[]> connecting = null;
        try {
            connecting = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
            connecting.initTransactions();
            return connecting;
        } catch (KafkaException e) {
            turns.close();
            if (connecting != null) {
                connecting.close(Duration.ZERO);
            }
            throw failures.connecting(e);
        }
    }
}
