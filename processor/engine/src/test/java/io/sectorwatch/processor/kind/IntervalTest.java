package io.sectorwatch.processor.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Limit.Side;
import io.sectorwatch.schemas.series.Bound;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    @ParameterizedTest
    @CsvSource({
        "2.6, AT_LEAST 2.6, TRUE",
        "2.6, ABOVE 2.6, FALSE",
        "2.6, AT_MOST 2.6, TRUE",
        "2.6, BELOW 2.6, FALSE",
        ">2.6, AT_LEAST 2.6, TRUE",
        ">2.6, ABOVE 2.6, TRUE",
        ">2.6, AT_MOST 2.6, FALSE",
        ">2.6, BELOW 2.6, FALSE",
        ">2.6, BELOW 2.72, POSSIBLE",
        ">2.6, AT_LEAST 2.72, POSSIBLE",
        ">2.6, ABOVE 2.5, TRUE",
        ">2.6, AT_MOST 2.5, FALSE",
        ">=2.6, AT_LEAST 2.6, TRUE",
        ">=2.6, ABOVE 2.6, POSSIBLE",
        ">=2.6, AT_MOST 2.6, POSSIBLE",
        ">=2.6, BELOW 2.6, FALSE",
        "<2.6, BELOW 2.6, TRUE",
        "<2.6, AT_MOST 2.6, TRUE",
        "<2.6, AT_LEAST 2.6, FALSE",
        "<2.6, ABOVE 2.6, FALSE",
        "<2.6, BELOW 2.5, POSSIBLE",
        "<2.6, BELOW 2.7, TRUE",
        "<=2.6, BELOW 2.6, POSSIBLE",
        "<=2.6, AT_LEAST 2.6, POSSIBLE",
        "<=2.6, ABOVE 2.6, FALSE",
        "<=2.6, AT_MOST 2.6, TRUE",
        "?, BELOW 2.6, POSSIBLE",
    })
    void isHeldAgainstALimit(String interval, String limit, Truth truth) {
        String[] parts = limit.split(" ");

        assertThat(parse(interval).is(Side.valueOf(parts[0]), new BigDecimal(parts[1])))
                .isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource({
        "2.6, 2.72, -0.12",
        ">2.6, 2.72, >-0.12",
        ">=2.6, 2.72, >=-0.12",
        "2.6, >2.72, <-0.12",
        "2.6, <=2.72, >=-0.12",
        ">2.6, >2.72, ?",
        ">2.6, <2.72, >-0.12",
        ">=2.6, <2.72, >-0.12",
        "<=2.6, >=2.72, <=-0.12",
        "<2.6, <2.72, ?",
        "?, 1, ?",
        "2.60, 2.6, 0",
    })
    void isSubtracted(String one, String other, String difference) {
        assertThat(parse(one).minus(parse(other))).isEqualTo(parse(difference));
    }

    private static Interval parse(String text) {
        if (text.equals("?")) {
            return new Interval(null, null);
        }
        String symbol = text.replaceAll("[-0-9.]", "");
        return new Interval(
                new BigDecimal(text.substring(symbol.length())), symbol.isEmpty() ? null : Bound.of(symbol));
    }
}
