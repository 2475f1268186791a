package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.KnowledgeTime;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
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
        this.inputs = FactsAndRules.apart(topics);
        this.reader = inputs.serde().deserializer();
        this.homes = new Homes(partitions);
        this.partitions = partitions;
    }

    /** Why it will not accept a record where it belongs, with the time that it is given; empty if it will. */
    public Optional<String> refusal(
            String topic, Headers headers, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
        if (!inputs.topics().contains(topic)) {
            return Optional.of("it comes from the topic " + topic + ", which nobody but the processor writes to");
        }
        if (value == null) {
            return topic.equals(topics.rules()) && key != null
                    ? Optional.empty()
                    : Optional.of("a record without a value on the topic " + topic);
        }
        try {
            Object event = reader.deserialize(topic, headers, value);
            if (event instanceof Observation || event instanceof PolicyEvent) {
                Envelope.releaseIn(headers);
            }
            return event instanceof Message message && KnowledgeTime.isAhead(message, timestamp)
                    ? Optional.of(KnowledgeTime.refusal(message, timestamp))
                    : Optional.empty();
        } catch (SerializationException | MalformedMessageException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The time to give a record that is published again: its own, or if its message is ahead of that, the message's. */
    public long timeOf(String topic, Headers headers, byte @Nullable [] value, long timestamp) {
        return understood(topic, headers, value) instanceof Message message && KnowledgeTime.isAhead(message, timestamp)
                ? message.time().toEpochMilli()
                : timestamp;
    }

    /**
     * The partition where a figure, a rule or a correction belongs that came in another; otherwise the one that a record came
     * in.
     */
    public int home(String topic, Headers headers, byte @Nullable [] key, byte @Nullable [] value, int cameIn) {
        Object event = partitions > 0 ? understood(topic, headers, value) : null;
        if (event instanceof Observation figure) {
            return Partitions.of(figure.series().indicator(), partitions);
        }
        if (event instanceof Correction correction && inputs.isOfFigures(topic)) {
            return homes.home(correction, key, cameIn);
        }
        if (event instanceof Rule rule) {
            List<Integer> homes = RulePublisher.partitions(rule, partitions);
            return homes.contains(cameIn) ? cameIn : homes.get(0);
        }
        return cameIn;
    }

    private @Nullable Object understood(String topic, Headers headers, byte @Nullable [] value) {
        try {
            return value == null || !inputs.topics().contains(topic) ? null : reader.deserialize(topic, headers, value);
        } catch (SerializationException e) {
            return null;
        }
    }

    /** What a record with a value says; throws MalformedMessageException where the processor does not accept it. */
    public Object read(ConsumerRecord<?, byte[]> record) {
        Object event;
        try {
            event = reader.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()));
        }
        if (event instanceof Message message && KnowledgeTime.isAhead(message, record.timestamp())) {
            throw new MalformedMessageException(KnowledgeTime.refusal(message, record.timestamp()));
        }
        if (homes.matter() && event instanceof Observation figure) {
            homes.require(figure, record.partition());
        }
        if (homes.matter() && event instanceof Correction correction && inputs.isOfFigures(record.topic())) {
            homes.require(correction, record.key() instanceof byte[] key ? key : null, record.partition());
        }
        if (homes.matter() && event instanceof Rule rule) {
            homes.require(rule, record.partition());
        }
        return event;
    }
}
