package io.sectorwatch.processor.serde;

import io.sectorwatch.schemas.event.EventDeserializer;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.MessageCodec;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Reads the events of topics of facts or rules, which the processor never writes. */
public final class EventSerde implements Serde<Object> {
    private final Deserializer<Object> deserializer;

    private EventSerde(Map<String, Deserializer<?>> byTopic) {
        this.deserializer = new Deserializer<>() {
            @Override
            public Object deserialize(String topic, byte[] data) {
                throw new UnsupportedOperationException("an event is read with its headers");
            }

            @Override
            public Object deserialize(String topic, Headers headers, byte[] data) {
                Deserializer<?> reader = byTopic.get(topic);
                if (reader == null) {
                    throw new IllegalArgumentException("nothing is expected from the topic " + topic);
                }
                return reader.deserialize(topic, headers, data);
            }
        };
    }

    /** A serde for some topics, each with the reader of its events. */
    public static EventSerde of(Map<String, Deserializer<?>> byTopic) {
        return new EventSerde(Map.copyOf(byTopic));
    }

    /** Reads the events of some types. */
    public static <T> Deserializer<?> reader(Supplier<MessageCodec<T>> codecs, EventType... types) {
        return new EventDeserializer<>(new ThreadCodec<>(codecs), types);
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
