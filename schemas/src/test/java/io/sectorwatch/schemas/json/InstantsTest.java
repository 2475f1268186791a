package io.sectorwatch.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    private static final long SEED = 1970;
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    @Test
    void readsWhatJavaWritesAtAnyOffset() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(LAST) / (i % 2 == 0 ? 1 : 1000));
            assertThat(Instants.parse(instant.toString())).as("seed %d", SEED).isEqualTo(instant);
            OffsetDateTime elsewhere = instant.atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-18, 19) * 3600));
            if (elsewhere.getYear() <= 9999) {
                assertThat(Instants.parse(elsewhere.toString())).isEqualTo(instant);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-02-23",
                "2024-02-23T00:00:00",
                "2024-02-23 00:00:00Z",
                "2024-02-30T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-02-23T24:00:00Z",
                "2024-02-23T00:60:00Z",
                "2024-02-23T00:00:60Z",
                "2024/02/23T00:00:00Z",
                "2O24-02-23T00:00:00Z",
                "23.02.2024 00:00:00Z"
            })
    void refusesWhatIsNotAMoment(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instants.parse(text))
                .withMessage(
                        "'" + text + "' is not a moment: write 2024-02-23T00:00:00Z or with an offset such as +08:00");
    }

    @Test
    void refusesWhatKafkaCannotStamp() {
        assertThat(Instants.parse("1970-01-01T00:00:00Z")).isEqualTo(Instant.EPOCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instants.parse("1970-01-01T00:00:00+08:00"))
                .withMessage("'1970-01-01T00:00:00+08:00' is before 1970");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instants.parse("+10000-01-01T00:00:00Z"))
                .withMessage("'+10000-01-01T00:00:00Z' is after the year 9999");
    }
}
