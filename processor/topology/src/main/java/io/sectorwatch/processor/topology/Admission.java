package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.serde.EventSerde;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Says beforehand whether the processor will accept a record or put it with the dead letters. */
public final class Admission {
    private final Topics topics;
    private final FactsAndRules inputs;
    private final EventSerde serde;

    public Admission(Topics topics) {
        this.topics = topics;
        this.inputs = FactsAndRules.apart(topics);
        this.serde = inputs.serde();
    }

    /** Why it will not accept it; empty if it will. */
    public Optional<String> refusal(String topic, Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
        if (!inputs.topics().contains(topic)) {
            return Optional.of("it comes from the topic " + topic + ", which nobody but the processor writes to");
        }
        if (value == null) {
            return topic.equals(topics.rules()) && key != null
                    ? Optional.empty()
                    : Optional.of("a record without a value on the topic " + topic);
        }
        try {
            serde.deserializer().deserialize(topic, headers, value);
            return Optional.empty();
        } catch (SerializationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
