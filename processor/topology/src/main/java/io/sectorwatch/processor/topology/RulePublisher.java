package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.kind.ComparedSeries;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
            for (int partition : partitions(rule, partitions)) {
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

    /** The records that end a rule, in the partitions where it is in effect. */
    @SuppressWarnings("NullAway") // Kafka's contract: a tombstone has no value.
    public static List<ProducerRecord<byte[], byte[]>> removal(
            String id, Collection<Integer> partitions, Topics topics, Instant effective) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int partition : partitions) {
            records.add(new ProducerRecord<>(
                    topics.rules(), partition, effective.toEpochMilli(), id.getBytes(UTF_8), (byte[]) null));
        }
        return records;
    }

    /**
     * Why a rule cannot work with so many partitions: what it compares with would never come to where it is decided.
     * Empty where it can.
     */
    public static Optional<String> obstacle(Rule rule, int partitions) {
        for (ComparedSeries compared : rule.when().compared()) {
            String indicator = compared.indicator();
            if (indicator == null) {
                continue;
            }
            int home = Partitions.of(indicator, partitions);
            if (!partitions(rule, partitions).equals(List.of(home))) {
                String own = rule.series().indicator() == null
                        ? "every indicator, in all partitions,"
                        : rule.series().indicator() + ", in partition "
                                + Partitions.of(rule.series().indicator(), partitions) + ",";
                return Optional.of("rule '" + rule.id() + "' compares " + own + " with " + indicator
                        + ", which is only in partition " + home + " of " + partitions
                        + ": the two never meet; use topics with one partition, or compare within one indicator");
            }
        }
        return Optional.empty();
    }

    /** The partitions in which a rule has to be. */
    public static List<Integer> partitions(Rule rule, int partitions) {
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
