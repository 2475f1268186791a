package io.sectorwatch.processor.serde;

import io.sectorwatch.schemas.event.EventDeserializer;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.MessageCodec;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Reads the events of a topic of facts or rules, which the processor never writes. */
public final class EventSerde implements Serde<Object> {
    private final Deserializer<Object> deserializer;

    private EventSerde(Deserializer<?> deserializer) {
        this.deserializer = new Deserializer<>() {
            @Override
            public Object deserialize(String topic, byte[] data) {
                return deserializer.deserialize(topic, data);
            }

            @Override
            public Object deserialize(String topic, Headers headers, byte[] data) {
                return deserializer.deserialize(topic, headers, data);
            }
        };
    }

    /** A serde for the events of some types. */
    public static <T> EventSerde of(Supplier<MessageCodec<T>> codecs, EventType... types) {
        return new EventSerde(new EventDeserializer<>(new ThreadCodec<>(codecs), types));
    }

    @Override
    public Serializer<Object> serializer() {
        return (topic, event) -> {
            throw new UnsupportedOperationException("the processor does not write to " + topic);
        };
    }

    @Override
    public Deserializer<Object> deserializer() {
        return deserializer;
    }
}
