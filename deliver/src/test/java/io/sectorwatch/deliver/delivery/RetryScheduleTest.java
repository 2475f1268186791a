package io.sectorwatch.deliver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final RetrySchedule USUAL = RetrySchedule.USUAL;

    @ParameterizedTest
    @CsvSource({"1, 250, 500", "2, 500, 1000", "4, 2000, 4000", "8, 30000, 60000", "1000000, 30000, 60000"})
    void pausesGrowAndAreSpread(int failed, long least, long most) {
        assertThat(USUAL.pause(failed, Duration.ZERO, 0)).isEqualTo(Duration.ofMillis(least));
        assertThat(USUAL.pause(failed, Duration.ZERO, 1)).isEqualTo(Duration.ofMillis(most));
    }

    @Test
    void whatTheTargetAsksForIsKept() {
        assertThat(USUAL.pause(1, Duration.ofSeconds(90), 1)).isEqualTo(Duration.ofSeconds(90));
        assertThat(USUAL.pause(8, Duration.ofSeconds(1), 1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(USUAL.pause(1, Duration.ofDays(9999), 1)).isEqualTo(Duration.ofDays(1));
    }
}
