package io.sectorwatch.processor;

import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.serde.EventSerde;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

/** The topics that the processor reads, and how they are understood. */
public enum FactsAndRules {
    /** Each kind on its own topic; they meet in the order of their time, and within a moment in none. */
    APART {
        @Override
        List<String> of(Topics topics) {
            return List.of(topics.indicators(), topics.policies(), topics.rules());
        }

        @Override
        EventSerde serde(Topics topics) {
            return EventSerde.of(
                    Map.of(topics.indicators(), INDICATORS, topics.policies(), POLICIES, topics.rules(), RULES));
        }

        @Override
        String rules(Topics topics) {
            return topics.rules();
        }
    },
    /** All on one topic, in the order in which they stand on it, which holds within a moment too. Types are in headers. */
    TOGETHER {
        @Override
        List<String> of(Topics topics) {
            return List.of(topics.history());
        }

        @Override
        EventSerde serde(Topics topics) {
            return EventSerde.of(Map.of(
                    topics.history(),
                    EventSerde.byType(Map.of(
                            EventType.OBSERVATION, INDICATORS,
                            EventType.TICK, INDICATORS,
                            EventType.POLICY, POLICIES,
                            EventType.RULE, RULES))));
        }

        @Override
        String rules(Topics topics) {
            return topics.history();
        }
    };

    private static final Deserializer<?> INDICATORS =
            EventSerde.reader(IndicatorCodec::new, EventType.OBSERVATION, EventType.TICK);
    private static final Deserializer<?> POLICIES = EventSerde.reader(PolicyCodec::new, EventType.POLICY);
    private static final Deserializer<?> RULES = EventSerde.reader(RuleCodec::new, EventType.RULE);

    abstract List<String> of(Topics topics);

    abstract EventSerde serde(Topics topics);

    /** The topic where a record without a value removes a rule. */
    abstract String rules(Topics topics);
}
