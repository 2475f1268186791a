package io.sectorwatch.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.MessageCodec;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the value of an event, with or without its CloudEvents headers; one whose headers name another type is refused. A
 * tombstone is null. What cannot be read is a SerializationException with a reason for people.
 */
public final class EventDeserializer<T> implements Deserializer<T> {
    private final MessageCodec<T> codec;
    private final Set<String> types;

    public EventDeserializer(MessageCodec<T> codec, EventType... types) {
        this.codec = codec;
        this.types = Set.of(types).stream().map(EventType::code).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public T deserialize(String topic, byte[] value) {
        throw new UnsupportedOperationException("an event is read with its headers");
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's contract: a tombstone is null on both sides.
    public T deserialize(String topic, Headers headers, byte[] value) {
        if (value == null) {
            return null;
        }
        if (value.length > 0 && value[0] == 0) {
            throw new SerializationException("it begins with a zero byte, as what the serializer of a schema registry "
                    + "writes: a message here is JSON and nothing before it");
        }
        Header header = headers.lastHeader("ce_type");
        if (header != null) {
            String type = header.value() == null ? "" : new String(header.value(), UTF_8);
            if (!types.contains(type)) {
                throw new SerializationException("ce_type '" + type + "' does not belong on the topic " + topic);
            }
        }
        try {
            return codec.read(value);
        } catch (MalformedMessageException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }
}
