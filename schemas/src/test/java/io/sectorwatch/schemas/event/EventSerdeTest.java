package io.sectorwatch.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sectorwatch.schemas.RandomMessages;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Transition;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class EventSerdeTest {
    private static final byte[] BARE = "{\"tick\":\"2025-06-01T00:00:00Z\"}".getBytes(UTF_8);

    private final EventSerializer<IndicatorMessage> serializer = new EventSerializer<>();
    private final EventDeserializer<IndicatorMessage> deserializer = new EventDeserializer<>(
            new IndicatorCodec(), EventType.OBSERVATION, EventType.TICK, EventType.RELEASE, EventType.CORRECTION);
    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void readsWhatItWrites() {
        for (long seed = 0; seed < 500; seed++) {
            RandomMessages random = new RandomMessages(seed);
            for (IndicatorMessage message :
                    List.of(random.observation(), random.tick(), random.release(), random.correction())) {
                byte[] value = serializer.serialize("indicators", headers, message);
                assertThat(deserializer.deserialize("indicators", headers, value))
                        .as("seed %d", seed)
                        .isEqualTo(message);
            }
        }
    }

    @Test
    void acceptsBareJson() {
        assertThat(deserializer.deserialize("indicators", headers, BARE).time()).isEqualTo("2025-06-01T00:00:00Z");
    }

    @Test
    void acceptsTombstones() {
        Deserializer<Transition> reading = new EventDeserializer<>(new TransitionCodec(), EventType.TRANSITION);
        Serializer<Transition> writing = new EventSerializer<>();
        assertThat(reading.deserialize("alerts.open", headers, (byte[]) null)).isNull();
        assertThat(writing.serialize("alerts.open", headers, null)).isNull();
        assertThat(headers).isEmpty();
    }

    @Test
    void refusesAnEventOfAnotherType() {
        headers.add("ce_type", EventType.POLICY.code().getBytes(UTF_8));
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer.deserialize("indicators", headers, BARE))
                .withMessage("ce_type 'io.sectorwatch.policy.v1' does not belong on the topic indicators");
    }

    @Test
    void refusesAnEventWithoutAType() {
        headers.add("ce_type", null);
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer.deserialize("indicators", headers, BARE))
                .withMessage("ce_type '' does not belong on the topic indicators");
    }

    @Test
    void givesTheReasonWhyAValueCannotBeRead() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer.deserialize("indicators", headers, "{\"tock\":1}".getBytes(UTF_8)))
                .withMessage("unknown field 'tock'")
                .withCauseInstanceOf(MalformedMessageException.class);
    }
}
