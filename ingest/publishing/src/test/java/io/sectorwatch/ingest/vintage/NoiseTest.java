package io.sectorwatch.ingest.vintage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {
    @ParameterizedTest
    @CsvSource({
        "2.40666, 2.40666007995605, true",
        "2.40666007995605, 2.40666, true",
        "-2.40666, -2.40666007995605, true",
        "0.1, 0.100000001490116119384765625, true",
        "0.1, 0.1000000000000000055511151231257827, true",
        "3, 2.99999999999999, true",
        "2.6, 2.6, true",
        "0, 0, true",
        "2.40666, 2.40667, false",
        "2.6, 2.64, false",
        "2.6, 2.60001, false",
        "2.6, 2.6000004, false",
        "2.6, 2.6000003, true",
        "2.40666007995605, 2.40666007995604, false",
        "0, 0.00000000001, false",
        "1, -1, false",
        "100000000, 100000001, false",
    })
    void tellsOneFigureFromTwo(BigDecimal one, BigDecimal other, boolean same) {
        assertThat(Noise.isAllThatDiffers(one, other)).isEqualTo(same);
        assertThat(Noise.isAllThatDiffers(other, one)).isEqualTo(same);
    }
}
