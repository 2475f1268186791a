package io.sectorwatch.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.MalformedMessageException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a client sends: they are a message, or refused with a reason for people. */
class AnyBytesTest {
    private static final int TRIES = 20_000;
    private static final List<String> PIECES = List.of(
            "1e99999999999999999999",
            "-1E-2147483649",
            "1e2147483648",
            "0e999999999999",
            "NaN",
            "null",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            ",",
            ":",
            "9".repeat(1_001),
            "\0",
            "\u202e",
            "true",
            "[[[[[[[[",
            "1.",
            "-",
            "2024-13-41T99:99:99Z",
            "+999999999-12-31T00:00:00Z",
            "\uD83D\uDE00");
    private static final String OBSERVATION =
            "{\"indicator\":\"x\",\"area\":\"CHN\",\"period\":\"2023\",\"value\":2.5,\"comparator\":\">\",\"unit\":\"percent\","
                    + "\"status\":[\"P\"],\"published\":\"2024-02-01T00:00:00Z\",\"source\":{\"id\":\"s\"}}";
    private static final String POLICY =
            "{\"id\":\"p\",\"title\":\"t\",\"area\":\"CHN\",\"sectors\":[\"economy\"],\"kind\":\"fund\",\"instruments\":[],"
                    + "\"actors\":[],\"stance\":\"support\",\"occurred\":\"2023\",\"published\":\"2024-02-01T00:00:00Z\","
                    + "\"source\":{\"id\":\"s\"}}";
    private static final String RELEASE =
            "{\"release\":\"r\",\"published\":\"2024-02-01T00:00:00Z\",\"source\":{\"id\":\"s\"}}";

    record Reading(String name, MessageCodec<?> codec, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Reading> readings() {
        return Stream.of(
                new Reading("observation", new IndicatorCodec(), OBSERVATION),
                new Reading("tick", new IndicatorCodec(), "{\"tick\":\"2024-02-01T00:00:00Z\"}"),
                new Reading("release", new IndicatorCodec(), RELEASE),
                new Reading("policy", new PolicyMessageCodec(), POLICY),
                new Reading("release of policies", new PolicyMessageCodec(), RELEASE));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void areAMessageOrRefusedWithAReason(Reading reading) {
        assertThat(reading.codec().read(reading.message().getBytes(UTF_8))).isNotNull();
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = changed(reading.message(), random);
            try {
                reading.codec().read(bytes);
            } catch (MalformedMessageException e) {
                refused++;
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(20_000);
            } catch (RuntimeException e) {
                throw new AssertionError(new String(bytes, UTF_8), e);
            }
        }
        assertThat(refused).isGreaterThan(TRIES / 2);
    }

    private static byte[] changed(String message, Random random) {
        StringBuilder text = new StringBuilder(message);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(12));
            text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        }
        // A value in the place of a value: the rest stays JSON.
        if (random.nextInt(3) == 0) {
            text = new StringBuilder(message.replaceFirst(
                    ":[^,{}\\[\\]]+", ":" + PIECES.get(random.nextInt(10)).replace("\\", "\\\\")));
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
