package io.sectorwatch.processor;

import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.serde.EventSerde;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Map;

/** The topics that the processor reads, and how they are understood. */
final class FactsAndRules {
    static List<String> of(Topics topics) {
        return List.of(topics.indicators(), topics.policies(), topics.rules());
    }

    static EventSerde serde(Topics topics) {
        return EventSerde.of(Map.of(
                topics.indicators(),
                EventSerde.reader(IndicatorCodec::new, EventType.OBSERVATION, EventType.TICK),
                topics.policies(),
                EventSerde.reader(PolicyCodec::new, EventType.POLICY),
                topics.rules(),
                EventSerde.reader(RuleCodec::new, EventType.RULE)));
    }

    private FactsAndRules() {}
}
