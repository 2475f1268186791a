package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.serde.EventSerde;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.event.KnowledgeTime;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.topic.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.jspecify.annotations.Nullable;

/** The topics that the processor reads, and how they are understood. */
public final class FactsAndRules {
    private static final Deserializer<?> INDICATORS = EventSerde.reader(
            IndicatorCodec::new, EventType.OBSERVATION, EventType.TICK, EventType.RELEASE, EventType.CORRECTION);
    private static final Deserializer<?> POLICIES =
            EventSerde.reader(PolicyMessageCodec::new, EventType.POLICY, EventType.RELEASE, EventType.CORRECTION);
    private static final Deserializer<?> RULES = EventSerde.reader(RuleCodec::new, EventType.RULE);
    private static final Deserializer<?> ALL = EventSerde.byType(Map.of(
            EventType.OBSERVATION, INDICATORS,
            EventType.TICK, INDICATORS,
            EventType.RELEASE, INDICATORS,
            EventType.CORRECTION, INDICATORS,
            EventType.POLICY, POLICIES,
            EventType.RULE, RULES));

    private final Map<String, Deserializer<?>> readers;
    private final String rules;
    private final String policies;
    private final TimestampExtractor times;
    private final @Nullable InstantSource clock;
    private final int partitions;

    private FactsAndRules(
            Map<String, Deserializer<?>> readers, String rules, String policies, TimestampExtractor times) {
        this(Map.copyOf(readers), rules, policies, times, null, 0);
    }

    private FactsAndRules(
            Map<String, Deserializer<?>> readers,
            String rules,
            String policies,
            TimestampExtractor times,
            @Nullable InstantSource clock,
            int partitions) {
        this.readers = readers;
        this.rules = rules;
        this.policies = policies;
        this.times = times;
        this.clock = clock;
        this.partitions = partitions;
    }

    /** Each kind on its own topic; they meet in the order of their time, and within a moment in none. */
    public static FactsAndRules apart(Topics topics) {
        return new FactsAndRules(
                Map.of(topics.indicators(), INDICATORS, topics.policies(), POLICIES, topics.rules(), RULES),
                topics.rules(),
                topics.policies(),
                new PayloadTime());
    }

    /** All on one topic, in the order in which they stand on it, which holds within a moment too. Types are in headers. */
    public static FactsAndRules together(Topics topics) {
        return new FactsAndRules(Map.of(topics.history(), ALL), topics.history(), topics.policies(), new PayloadTime());
    }

    /**
     * The facts of some topics where they are, and of others what they have together.
     *
     * @param times tells knowledge time as {@link PayloadTime} does, and may look at what it is told
     */
    public static FactsAndRules ofBoth(Topics facts, Topics together, TimestampExtractor times) {
        return new FactsAndRules(
                Map.of(facts.indicators(), INDICATORS, facts.policies(), POLICIES, together.history(), ALL),
                together.history(),
                facts.policies(),
                times);
    }

    /**
     * The same, where what says that it is known more than an hour from now is refused even if its record's own time is
     * near that: what followed from it no broker would take.
     */
    public FactsAndRules notAheadOf(InstantSource now) {
        return new FactsAndRules(readers, rules, policies, times, now, partitions);
    }

    /** The same, where it is refused what is not in its own of so many partitions. */
    public FactsAndRules inPartitions(int count) {
        return new FactsAndRules(readers, rules, policies, times, clock, count);
    }

    /** The topics' names. */
    public List<String> topics() {
        return readers.keySet().stream().sorted().toList();
    }

    EventSerde serde() {
        return EventSerde.of(readers);
    }

    /** The topic to which anybody may write figures; empty where there is none. */
    Optional<String> figures() {
        return readers.keySet().stream().filter(this::isOfFigures).findFirst();
    }

    /** Where figures and rules have to be. */
    Homes homes() {
        return new Homes(partitions);
    }

    /** The time of a record; of one that is refused since it is ahead, the record's own, which a broker has taken. */
    TimestampExtractor times() {
        InstantSource now = clock;
        if (now == null) {
            return times;
        }
        return (record, partitionTime) -> {
            long time = times.extract(record, partitionTime);
            return time > now.millis() + KnowledgeTime.MOST_AHEAD.toMillis() ? record.timestamp() : time;
        };
    }

    /** Marks the closing of a release of policy events on the topic that all have together. */
    public static final String OF_POLICIES = "sectorwatch-of-policies";

    /** Whether a release that is closed by a record is one of policy events: these are closed apart. */
    boolean areOfPolicies(String topic, Headers headers) {
        return topic.equals(policies) || headers.lastHeader(OF_POLICIES) != null;
    }

    /** Whether a topic is one to which anybody may write figures. */
    boolean isOfFigures(String topic) {
        return readers.get(topic) == INDICATORS;
    }

    /** The topic where a record without a value removes a rule. */
    String rules() {
        return rules;
    }
}
