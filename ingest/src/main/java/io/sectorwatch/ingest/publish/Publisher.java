package io.sectorwatch.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes facts, each in the partition of its indicator and stamped with its knowledge time. All that is given at once
 * is published at once, or not at all.
 */
public final class Publisher implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private boolean initialized;

    /** A publisher with the name of its transactions, of which one at a time may be at work. */
    public Publisher(Map<String, Object> clientConfig, Topics topics, String transactionalId) {
        this.topics = topics;
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Publishes facts in the order given, telling now and then how many it has handed over. */
    public void publish(List<? extends Message> facts, LongConsumer progress) {
        try {
            transact(facts, progress);
        } catch (KafkaException e) {
            throw failed(e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    /** Publishes records that are complete already, in one transaction. */
    public void publishRecords(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            begin();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            finish(sent);
        } catch (KafkaException e) {
            throw failed(e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    /** How many partitions the indicators have, and so the rules. */
    public int partitions() {
        try {
            return producer.partitionsFor(topics.indicators()).size();
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private void transact(List<? extends Message> facts, LongConsumer progress)
            throws ExecutionException, InterruptedException {
        begin();
        int partitions = partitions();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        long count = 0;
        for (Message fact : facts) {
            for (ProducerRecord<byte[], byte[]> record : records(fact, partitions)) {
                sent.add(producer.send(record));
            }
            progress.accept(++count);
        }
        finish(sent);
    }

    private void begin() {
        if (!initialized) {
            producer.initTransactions();
            initialized = true;
        }
        producer.beginTransaction();
    }

    private void finish(List<Future<RecordMetadata>> sent) throws ExecutionException, InterruptedException {
        producer.flush();
        for (Future<RecordMetadata> future : sent) {
            future.get();
        }
        producer.commitTransaction();
    }

    private List<ProducerRecord<byte[], byte[]>> records(Message fact, int partitions) {
        Envelope envelope = Envelope.of(fact);
        if (fact instanceof Observation observation) {
            String indicator = observation.series().indicator();
            return List.of(record(topics.indicators(), Partitions.of(indicator, partitions), indicator, envelope));
        }
        if (fact instanceof PolicyEvent policy) {
            return List.of(record(topics.policies(), 0, policy.id(), envelope));
        }
        List<ProducerRecord<byte[], byte[]>> everywhere = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            everywhere.add(record(topics.indicators(), partition, null, envelope));
        }
        return everywhere;
    }

    @SuppressWarnings("NullAway") // Kafka's contract: a record may have no key.
    private static ProducerRecord<byte[], byte[]> record(
            String topic, int partition, @Nullable String key, Envelope envelope) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic,
                partition,
                envelope.time().toEpochMilli(),
                key == null ? null : key.getBytes(UTF_8),
                envelope.value());
        envelope.writeTo(record.headers());
        return record;
    }

    private static PublishException failed(Throwable cause) {
        return new PublishException("publishing failed, and nothing was published: " + cause.getMessage(), cause);
    }
}
