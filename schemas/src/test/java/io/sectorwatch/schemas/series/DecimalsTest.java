package io.sectorwatch.schemas.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static final long SEED = 2024;

    @ParameterizedTest
    @CsvSource({
        "2.60, 2.6",
        "2.6, 2.6",
        "-0.120, -0.12",
        "0, 0",
        "-0.000, 0",
        "0e9999, 0",
        "0e-9999, 0",
        "1e3, 1000",
        "1200e-2, 12",
        "100, 100",
        "1e60, 1000000000000000000000000000000000000000000000000000000000000",
        "1e-7, 0.0000001",
        "1234567890123456789012345678901234, 1234567890123456789012345678901234",
        "2.6000000000000000000000000000000000000000000, 2.6"
    })
    void writesEveryNumberInOneWay(BigDecimal number, String canonical) {
        assertThat(Decimals.canonical(number).toString()).isEqualTo(new BigDecimal(canonical).toString());
        assertThat(Decimals.canonical(number).toPlainString()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e61", "-1e400", "1e-61", "1e2147483647", "1e-2147483647"})
    void refusesWhatNoStatisticCanNeed(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimals.canonical(new BigDecimal(number)))
                .withMessage("the number has more than 34 digits or an exponent beyond 60");
    }

    @Test
    void refusesMoreDigitsThanADecimal128Holds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimals.canonical(new BigDecimal("1.2345678901234567890123456789012345")));
    }

    @Test
    void keepsWhatIsComputedFromTheLargestAndTheSmallest() {
        BigDecimal largest = Decimals.canonical(new BigDecimal("1e60"));
        BigDecimal smallest = Decimals.canonical(new BigDecimal("1.5e-60"));
        assertThat(Decimals.computed(largest.subtract(smallest)).add(smallest)).isEqualByComparingTo(largest);
        BigDecimal ratio = largest.divide(smallest, MathContext.DECIMAL128).multiply(BigDecimal.valueOf(100));
        assertThat(Decimals.computed(ratio)).isEqualByComparingTo(ratio);
        assertThat(Decimals.computed(new BigDecimal("-0.120"))).isEqualTo("-0.12");
        assertThat(Decimals.computed(new BigDecimal("0.000"))).isEqualTo("0");
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.computed(new BigDecimal("1e999")));
    }

    @Test
    void keepsTheNumberAndIsStable() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = new BigDecimal(new BigInteger(100, random), random.nextInt(-30, 50));
            BigDecimal canonical = Decimals.canonical(number);
            assertThat(canonical).as("seed %d, %s", SEED, number).isEqualByComparingTo(number);
            assertThat(canonical.scale()).isNotNegative();
            assertThat(Decimals.canonical(canonical)).isEqualTo(canonical);
            assertThat(Decimals.canonical(number.setScale(number.scale() + 3))).isEqualTo(canonical);
        }
    }
}
