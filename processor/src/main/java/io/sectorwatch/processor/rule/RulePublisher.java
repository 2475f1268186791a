package io.sectorwatch.processor.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Rules as records of their topic: each in the partition of its indicator, one for every indicator in all. */
public final class RulePublisher {
    /** The records that put rules into effect at a moment. */
    public static List<ProducerRecord<byte[], byte[]>> records(
            List<Rule> rules, Topics topics, int partitions, Instant effective) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Rule rule : rules) {
            Envelope envelope =
                    Envelope.own(EventType.RULE, "rules", effective, rule.id(), new RuleCodec().write(rule));
            for (int partition : partitionsOf(rule, partitions)) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                        topics.rules(),
                        partition,
                        effective.toEpochMilli(),
                        rule.id().getBytes(UTF_8),
                        envelope.value());
                envelope.writeTo(record.headers());
                records.add(record);
            }
        }
        return records;
    }

    private static List<Integer> partitionsOf(Rule rule, int partitions) {
        String indicator = rule.series().indicator();
        if (indicator != null) {
            return List.of(Partitions.of(indicator, partitions));
        }
        List<Integer> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.add(partition);
        }
        return all;
    }

    private RulePublisher() {}
}
