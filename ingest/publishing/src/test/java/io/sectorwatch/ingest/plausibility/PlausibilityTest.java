package io.sectorwatch.ingest.plausibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {
    @ParameterizedTest
    @CsvSource({
        "54, 540, true",
        "54.1, 540, false",
        "53.99, 540, true",
        "0.0026, 0.026, true",
        "0.0026, 0.0259999999999999999999999999999999, false",
        "2.6, 2600000000000000000000, true",
        "9.99, 10, false",
        "1, 99, true",
        "-5, -50, true",
        "-5, -49, false",
        "-5, 500, false",
        "0, 500, false",
        "0, 0, false"
    })
    void aLeapIsAFactorOfTenInEitherDirectionWhereThereIsAFactor(String one, String other, boolean isLeap) {
        assertThat(Plausibility.isLeap(number(one), number(other))).isEqualTo(isLeap);
        assertThat(Plausibility.isLeap(number(other), number(one))).isEqualTo(isLeap);
    }

    @ParameterizedTest
    @CsvSource({
        "2024, A, 2023-12-30T00:00:00Z, true",
        "2024, F, 2023-12-30T00:00:00Z, false",
        "2024, A, 2024-01-01T00:00:00Z, false",
        // Noon of the day before in Greenwich is two in the morning of the day on Kiritimati.
        "2024, A, 2023-12-31T12:00:00Z, false",
        "2024, A, 2023-12-31T09:59:59Z, true",
        "2023-12-31, A, 2023-12-30T23:00:00Z, false",
        "2023-W05, E, 2023-01-20T00:00:00Z, true",
        "2023-Q4, P, 2023-12-01T00:00:00Z, false"
    })
    void whatIsPublishedBeforeItsPeriodIsAForecastOrNonsense(
            String period, String status, String published, boolean isTooEarly) {
        String figure =
                "\"period\":\"%s\",\"status\":[\"%s\"],\"published\":\"%s\"".formatted(period, status, published);

        assertThat(Plausibility.isTooEarly(observation(figure))).isEqualTo(isTooEarly);
    }

    @Test
    void anotherUnitIsOneThatBothSay() {
        String any = "\"period\":\"2023\",\"published\":\"2024-03-13T00:00:00Z\"";
        Observation none = observation(any);
        Observation percent = observation(any + ",\"unit\":\"percent\"");
        Observation dollars = observation(any + ",\"unit\":\"usd\"");

        assertThat(Plausibility.isOtherUnit(percent, dollars)).isTrue();
        assertThat(Plausibility.isOtherUnit(percent, percent)).isFalse();
        assertThat(Plausibility.isOtherUnit(percent, none)).isFalse();
        assertThat(Plausibility.isOtherUnit(none, dollars)).isFalse();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Observation observation(String fields) {
        String json = "{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"value\":1,\"source\":{\"id\":\"nbs\"},"
                + fields + "}";
        return (Observation) new IndicatorCodec().read(json.getBytes(UTF_8));
    }
}
