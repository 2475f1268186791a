package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Refuses messages of times that are still to come, until they have. */
final class NotAhead implements Deserializer<Object> {
    // A broker takes records of an hour ahead by its own clock, which may be a little behind.
    private static final Duration TOLERATED = Duration.ofMinutes(55);

    private final Deserializer<?> reader;
    private final InstantSource clock;

    NotAhead(Deserializer<?> reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Object deserialize(String topic, byte[] data) {
        throw new UnsupportedOperationException("an event is read with its headers");
    }

    @Override
    public Object deserialize(String topic, Headers headers, byte[] data) {
        Object event = reader.deserialize(topic, headers, data);
        if (event instanceof Message message
                && message.time().isAfter(clock.instant().plus(TOLERATED))) {
            Instant time = message.time();
            throw new SerializationException("it says that it is known at " + time
                    + ", which is still to come: a broker takes nothing of more than an hour ahead; redrive it then");
        }
        return event;
    }
}
