package io.sectorwatch.benchmark.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes rules and moments to the cluster, and has the engine decide the same beside it. Not thread-safe. */
final class MomentPublisher implements AutoCloseable {
    private final Topics topics;
    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Engine engine = new Engine(EngineState.NOTHING);
    private final AlertLogs expected = new AlertLogs();
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final Map<Instant, Long> published = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long facts;

    MomentPublisher(Server server, Topics topics, int partitions) {
        this.topics = topics;
        this.partitions = partitions;
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("acks", "all");
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        engine.restored();
    }

    void rules(List<Rule> rules) {
        RulePublisher.records(rules, topics, partitions, Instant.EPOCH).forEach(this::send);
        rules.forEach(rule -> engine.apply(rule, Instant.EPOCH).forEach(expected::add));
        flush();
    }

    void publish(Moment moment) {
        for (Message message : moment.messages()) {
            Envelope envelope = Envelope.of(message);
            if (message instanceof ClosedRelease release) {
                engine.close(release, false).forEach(expected::add);
            } else {
                facts++;
                engine.observe(message, moment.release()).forEach(expected::add);
                if (moment.release() != null) {
                    envelope = envelope.withRelease(moment.release());
                }
            }
            published.put(envelope.time(), System.nanoTime());
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    topics.indicators(),
                    Partitions.of(moment.indicator(), partitions),
                    envelope.time().toEpochMilli(),
                    moment.indicator().getBytes(UTF_8),
                    envelope.value());
            envelope.writeTo(record.headers());
            send(record);
        }
        // Nobody asks for scorecards here.
        engine.forgetShown();
        check();
    }

    /** Returns when the brokers have all of it. */
    void flush() {
        producer.flush();
        check();
    }

    /** Seconds since the facts of a moment were sent; empty where none are of it. */
    OptionalDouble secondsSinceSent(Instant moment) {
        Long sent = published.get(moment);
        return sent == null ? OptionalDouble.empty() : OptionalDouble.of((System.nanoTime() - sent) / 1e9);
    }

    /** What the engine has decided. */
    AlertLogs expected() {
        return expected;
    }

    /** Facts and corrections so far. */
    long facts() {
        return facts;
    }

    /** Where the partitions of the facts end. */
    Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    @Override
    public void close() {
        producer.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, this::sent);
    }

    private void sent(RecordMetadata metadata, @Nullable Exception e) {
        if (e != null) {
            failure.compareAndSet(null, e);
        } else {
            ends.merge(new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset() + 1, Math::max);
        }
    }

    private void check() {
        Exception first = failure.get();
        if (first != null) {
            throw new JobFailure("the facts could not be published: " + first.getMessage(), first);
        }
    }
}
