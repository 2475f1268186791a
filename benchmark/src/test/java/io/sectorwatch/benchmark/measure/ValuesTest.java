package io.sectorwatch.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void theMedianIsTheMiddleOneOrBetweenTheTwoInTheMiddle() {
        assertThat(Values.of(new double[] {9, 1, 5}).median()).isEqualTo(5);
        assertThat(Values.of(new double[] {9, 1, 5, 6}).median()).isEqualTo(5.5);
    }

    @Test
    void theRangeIsShownWhereThereIsOne() {
        assertThat(Values.of(new double[] {2_000.4, 1_000, 3_000}).text(0)).isEqualTo("2,000 (1,000..3,000)");
        assertThat(Values.of(new double[] {2.345}).text(2)).isEqualTo("2.35");
    }

    @Test
    void whatWasNotMeasuredIsADash() {
        assertThat(Values.of(List.of(OptionalDouble.empty())).text(1)).isEqualTo("-");
    }
}
