package io.sectorwatch.processor.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.scorecard.Slice;
import io.sectorwatch.schemas.json.ScorecardCodec;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A slice as the scorecard that it fills a part of; the part is named by a header. */
public final class SliceSerde implements Serde<Slice> {
    private static final String PART = "part";

    @Override
    public Serializer<Slice> serializer() {
        return new Serializer<>() {
            @Override
            public byte[] serialize(String topic, Slice slice) {
                throw new UnsupportedOperationException("a slice is written with its headers");
            }

            @Override
            public byte[] serialize(String topic, Headers headers, Slice slice) {
                headers.remove(PART);
                headers.add(PART, slice.part().getBytes(UTF_8));
                return new ScorecardCodec().write(slice.card());
            }
        };
    }

    @Override
    public Deserializer<Slice> deserializer() {
        return new Deserializer<>() {
            @Override
            public Slice deserialize(String topic, byte[] data) {
                throw new UnsupportedOperationException("a slice is read with its headers");
            }

            @Override
            public Slice deserialize(String topic, Headers headers, byte[] data) {
                return new Slice(new String(headers.lastHeader(PART).value(), UTF_8), new ScorecardCodec().read(data));
            }
        };
    }
}
