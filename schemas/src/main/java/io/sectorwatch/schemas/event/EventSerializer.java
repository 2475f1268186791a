package io.sectorwatch.schemas.event;

import io.sectorwatch.schemas.message.Message;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Writes a message as a CloudEvent: sets the headers, returns the value. A tombstone has neither. */
public final class EventSerializer<T extends Message> implements Serializer<T> {
    @Override
    public byte[] serialize(String topic, T message) {
        throw new UnsupportedOperationException("an event is written with its headers");
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's contract: a tombstone is null on both sides.
    public byte[] serialize(String topic, Headers headers, T message) {
        if (message == null) {
            return null;
        }
        Envelope envelope = Envelope.of(message);
        envelope.writeTo(headers);
        return envelope.value();
    }
}
