package io.sectorwatch.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
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
        if (fact instanceof Observation observation) {
            String indicator = observation.series().indicator();
            int partition = Partitions.of(indicator, partitions);
            return List.of(record(topics.indicators(), partition, indicator, fact));
        }
        if (fact instanceof PolicyEvent policy) {
            return List.of(record(topics.policies(), null, policy.id(), fact));
        }
        if (fact instanceof Tick) {
            return IntStream.range(0, partitions)
                    .mapToObj(partition -> record(topics.indicators(), partition, null, fact))
                    .toList();
        }
        throw new IllegalArgumentException("not a fact: " + fact);
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, @Nullable Integer partition, @Nullable String key, Message fact) {
        Envelope envelope = Envelope.of(fact);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic,
                partition,
                fact.time().toEpochMilli(),
                key == null ? null : key.getBytes(UTF_8),
                envelope.value());
        envelope.writeTo(record.headers());
        return record;
    }
}
