package io.sectorwatch.benchmark.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes rules and a history as the commands {@code rules apply} and {@code ingest} do, and knows afterwards where the
 * last figure of each partition is. Not thread-safe.
 */
public final class HistoryPublisher implements AutoCloseable {
    private static final int FIGURES_IN_A_TRANSACTION = 50_000;

    private final Topics topics;
    private final int partitions;
    private final boolean plain;
    private final boolean released;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLongArray ends;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private @Nullable ClosedRelease open;
    private int openIndicator;
    private long bytes;
    private long count;

    /**
     * Connects.
     *
     * @param plain whether to leave out the CloudEvents headers, as a producer without our library would
     * @param released whether the figures of an indicator and moment are a release
     */
    public HistoryPublisher(Server server, Topics topics, int partitions, boolean plain, boolean released) {
        this.released = released;
        this.topics = topics;
        this.partitions = partitions;
        this.plain = plain;
        this.ends = new AtomicLongArray(partitions);
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transactional.id", "benchmark-" + topics.prefix());
        config.put("batch.size", 1 << 18);
        config.put("linger.ms", 20);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Puts the rule of every indicator into effect before the first figure. */
    public void rules(Workload workload) {
        List<Rule> rules =
                IntStream.range(0, workload.indicators()).mapToObj(Facts::rule).toList();
        producer.beginTransaction();
        RulePublisher.records(rules, topics, partitions, Facts.RULES_EFFECTIVE).forEach(this::send);
        producer.commitTransaction();
        check();
    }

    /** Publishes the next figure. It can be seen once {@link #finish} has been called. */
    public void accept(Figure figure) {
        if (count % FIGURES_IN_A_TRANSACTION == 0) {
            if (count > 0) {
                producer.commitTransaction();
            }
            producer.beginTransaction();
        }
        Observation observation = Facts.observation(figure);
        Envelope envelope = Envelope.of(observation);
        if (released) {
            envelope = envelope.withRelease(release(figure, observation));
        }
        send(record(figure.indicator(), envelope));
        bytes += envelope.value().length;
        count++;
        check();
    }

    /** Returns when all is published. */
    public void finish() {
        if (count > 0) {
            close(open);
            producer.commitTransaction();
        }
        check();
    }

    /** The offset after the last figure of every partition that has one. */
    public Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> map = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            if (ends.get(partition) > 0) {
                map.put(new TopicPartition(topics.indicators(), partition), ends.get(partition));
            }
        }
        return map;
    }

    /** How large a figure is on average, its key and headers left aside. */
    public long bytesPerFigure() {
        return bytes / Math.max(1, count);
    }

    @Override
    public void close() {
        producer.close();
    }

    /** The release of a figure; the one before it is closed where it is another. */
    private String release(Figure figure, Observation observation) {
        ClosedRelease before = open;
        if (before != null
                && openIndicator == figure.indicator()
                && before.published().equals(observation.published())) {
            return before.release();
        }
        close(before);
        String release = observation.series().indicator() + '/' + observation.published();
        open = new ClosedRelease(release, null, observation.published(), observation.source(), null);
        openIndicator = figure.indicator();
        return release;
    }

    private void close(@Nullable ClosedRelease release) {
        if (release != null) {
            send(record(openIndicator, Envelope.of(release)));
        }
    }

    private ProducerRecord<byte[], byte[]> record(int indicatorNumber, Envelope envelope) {
        String indicator = Facts.indicator(indicatorNumber);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.indicators(),
                Partitions.of(indicator, partitions),
                envelope.time().toEpochMilli(),
                indicator.getBytes(UTF_8),
                envelope.value());
        String release = envelope.release();
        if (!plain) {
            envelope.writeTo(record.headers());
        } else if (release != null) {
            // Nothing else says that a fact belongs to one.
            record.headers().add(Envelope.RELEASE, release.getBytes(UTF_8));
        }
        return record;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, this::sent);
    }

    private void sent(RecordMetadata metadata, @Nullable Exception e) {
        if (e != null) {
            failure.compareAndSet(null, e);
        } else if (metadata.topic().equals(topics.indicators())) {
            ends.accumulateAndGet(metadata.partition(), metadata.offset() + 1, Math::max);
        }
    }

    private void check() {
        Exception first = failure.get();
        if (first != null) {
            throw new IllegalStateException("the history could not be published: " + first.getMessage(), first);
        }
    }
}
