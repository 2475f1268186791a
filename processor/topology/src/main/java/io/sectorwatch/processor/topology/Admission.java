package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Says beforehand whether the processor will accept a record or put it with the dead letters. Not thread-safe. */
public final class Admission {
    private final Topics topics;
    private final FactsAndRules inputs;
    private final Deserializer<Object> reader;
    private final Homes homes;
    private final int partitions;

    /** For a topic of indicators with so many partitions. */
    public Admission(Topics topics, int partitions) {
        this.topics = topics;
        this.inputs = FactsAndRules.apart(topics).notAheadOf(Clock.systemUTC());
        this.reader = inputs.serde().deserializer();
        this.homes = new Homes(partitions);
        this.partitions = partitions;
    }

    /** Why it will not accept it, wherever it stands; empty if it will. */
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
            reader.deserialize(topic, headers, value);
            return Optional.empty();
        } catch (SerializationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The partition where a record belongs, if it is not one that may be anywhere; otherwise the one it came in. */
    public int home(String topic, Headers headers, byte @Nullable [] value, int cameIn) {
        boolean isElsewhere = value != null
                && partitions > 0
                && topic.equals(topics.indicators())
                && refusal(topic, headers, null, value).isEmpty();
        return isElsewhere && reader.deserialize(topic, headers, value) instanceof Observation figure
                ? Partitions.of(figure.series().indicator(), partitions)
                : cameIn;
    }

    /** What a record with a value says; throws MalformedMessageException where the processor does not accept it. */
    public Object read(ConsumerRecord<?, byte[]> record) {
        Object event;
        try {
            event = reader.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()), e);
        }
        if (homes.matter() && event instanceof Observation figure) {
            homes.require(figure, record.partition());
        }
        if (homes.matter() && event instanceof Rule rule) {
            homes.require(rule, record.partition());
        }
        return event;
    }
}
