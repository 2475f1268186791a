package io.sectorwatch.application.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The rules in effect, as the records of their topic say, partition by partition. */
public final class RulesInEffect {
    private final SortedMap<String, SortedMap<Integer, Effective>> rules = new TreeMap<>();

    /** A rule with the moment at which it took effect. */
    public record Effective(Rule rule, Instant since) {}

    /** Reads records that are in the order of their partitions, as far as the processor accepts them. */
    public static RulesInEffect of(Collection<ConsumerRecord<byte[], byte[]>> records, Admission admission) {
        RulesInEffect rules = new RulesInEffect();
        records.forEach(record -> rules.take(record, admission));
        return rules;
    }

    /** One of each rule, by id. */
    public List<Effective> all() {
        return rules.values().stream()
                .filter(partitions -> !partitions.isEmpty())
                .map(partitions -> partitions.get(partitions.firstKey()))
                .toList();
    }

    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        all().forEach(effective -> ids.add(effective.rule().id()));
        return ids;
    }

    /** The rule in effect of that id, if there is one. */
    public Optional<Rule> find(String id) {
        return rules.getOrDefault(id, new TreeMap<>()).values().stream()
                .findFirst()
                .map(Effective::rule);
    }

    /** The partitions in which a rule is in effect. */
    public Set<Integer> partitions(String id) {
        return rules.getOrDefault(id, new TreeMap<>()).keySet();
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Admission admission) {
        if (record.value() == null) {
            if (record.key() != null) {
                partitionsOf(new String(record.key(), UTF_8)).remove(record.partition());
            }
            return;
        }
        try {
            Rule rule = (Rule) admission.read(record);
            // The same rule again keeps its time of effect.
            partitionsOf(rule.id())
                    .merge(
                            record.partition(),
                            new Effective(rule, Instant.ofEpochMilli(record.timestamp())),
                            (known, again) -> known.rule().hash().equals(rule.hash()) ? known : again);
        } catch (MalformedMessageException e) {
            // The processor has refused it too, and keeps it among the dead letters with the reason.
            return;
        }
    }

    private SortedMap<Integer, Effective> partitionsOf(String id) {
        return rules.computeIfAbsent(id, key -> new TreeMap<>());
    }
}
