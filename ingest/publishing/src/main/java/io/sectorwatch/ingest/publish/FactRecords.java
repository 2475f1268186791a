package io.sectorwatch.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records that facts become.
 *
 * @param partitions number of partitions of the indicators
 */
public record FactRecords(Topics topics, int partitions) {

    /** The records of one fact: one, but for a tick one for every partition of the indicators. */
    public List<ProducerRecord<byte[], byte[]>> of(Message fact) {
        return of(key(fact), Envelope.of(fact));
    }

    /** The same of a fact in its envelope, with the key of its record. */
    public List<ProducerRecord<byte[], byte[]>> of(String key, Envelope fact) {
        return switch (fact.type()) {
            case OBSERVATION -> List.of(record(topics.indicators(), Partitions.of(key, partitions), key, fact));
            case POLICY -> List.of(record(topics.policies(), null, key, fact));
            case TICK ->
                IntStream.range(0, partitions)
                        .mapToObj(partition -> record(topics.indicators(), partition, null, fact))
                        .toList();
            default -> throw new IllegalArgumentException("not a fact: " + fact);
        };
    }

    private static String key(Message fact) {
        if (fact instanceof Observation observation) {
            return observation.series().indicator();
        }
        return fact instanceof PolicyEvent policy ? policy.id() : "";
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, @Nullable Integer partition, @Nullable String key, Envelope fact) {
        return new ProducerRecord<>(
                topic,
                partition,
                fact.time().toEpochMilli(),
                key == null ? null : key.getBytes(UTF_8),
                fact.value(),
                fact.headers());
    }
}
