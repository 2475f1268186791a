package io.sectorwatch.processor.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.EventDeserializer;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.MessageCodec;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
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

    /** Reads the events of a topic that holds several types, each of which its header tells. */
    public static Deserializer<Object> byType(Map<EventType, Deserializer<?>> readers) {
        Map<String, Deserializer<?>> byCode = readers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().code(), Map.Entry::getValue));
        return new Deserializer<>() {
            @Override
            public Object deserialize(String topic, byte[] data) {
                throw new UnsupportedOperationException("an event is read with its headers");
            }

            @Override
            public Object deserialize(String topic, Headers headers, byte[] data) {
                Header header = headers.lastHeader("ce_type");
                Deserializer<?> reader = header == null ? null : byCode.get(new String(header.value(), UTF_8));
                if (reader == null) {
                    throw new SerializationException("a record of no known type on the topic " + topic);
                }
                return reader.deserialize(topic, headers, data);
            }
        };
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
