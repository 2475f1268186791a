package io.sectorwatch.processor.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0           | 0",
                "2.65        | 2.65",
                "2.60        | 2.60",
                "4.45741     | 4.4574",
                "-0.123456   | -0.1235",
                "0.00012345  | 0.0001234",
                "999.99999   | 1000",
                "1000        | 1,000",
                "-1000.25    | -1,000.25",
                "44424.5586  | 44,424.6",
                "1234567.8   | 1,234,568",
                "123456789   | 123,456,789",
            })
    void numbersAreWrittenAsPeopleReadThem(BigDecimal number, String text) {
        assertThat(Rounded.of(number)).isEqualTo(text);
    }

    @Test
    void twoThatDifferAreWrittenSoThatOneSeesIt() {
        assertThat(Rounded.apart(new BigDecimal("2.65"), new BigDecimal("2.58")))
                .containsExactly("2.65", "2.58");
        assertThat(Rounded.apart(new BigDecimal("44424.55"), new BigDecimal("44424.56")))
                .containsExactly("44424.55", "44424.56");
    }
}
