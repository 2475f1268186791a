package io.sectorwatch.processor.serde;

import io.sectorwatch.schemas.event.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Writes what the processor tells, with its CloudEvents headers; null is a tombstone without any. */
public final class EnvelopeSerializer implements Serializer<Envelope> {
    @Override
    public byte[] serialize(String topic, Envelope envelope) {
        throw new UnsupportedOperationException("an event is written with its headers");
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's contract: a tombstone is null on both sides.
    public byte[] serialize(String topic, Headers headers, Envelope envelope) {
        // Headers come in from the event that was processed and, where a record goes to several topics, from the one
        // before.
        List<Header> inherited = new ArrayList<>();
        headers.forEach(inherited::add);
        inherited.forEach(header -> headers.remove(header.key()));
        if (envelope == null) {
            return null;
        }
        envelope.writeTo(headers);
        return envelope.value();
    }
}
