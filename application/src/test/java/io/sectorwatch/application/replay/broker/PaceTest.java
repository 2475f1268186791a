package io.sectorwatch.application.replay.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long FIRST = Instant.parse("2024-02-23T00:00:00Z").toEpochMilli();
    private static final long WEEK_LATER = FIRST + Duration.ofDays(7).toMillis();

    @Test
    void atFullSpeedNothingWaits() {
        assertThat(ReplayPace.fastest().waitFor(WEEK_LATER)).isZero();
    }

    @Test
    void timePassesFromTheFirstFactOn() {
        ReplayPace pace = ReplayPace.times(7, null);

        assertThat(pace.waitFor(FIRST)).isZero();
        assertThat(pace.waitFor(WEEK_LATER)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    void whatWasKnownBeforeTheSpanComesAtOnce() {
        ReplayPace pace = ReplayPace.times(1, FIRST);

        assertThat(pace.waitFor(FIRST - 1)).isZero();
        assertThat(pace.waitFor(WEEK_LATER)).isBetween(Duration.ofDays(6), Duration.ofDays(7));
    }

    @Test
    void whatIsOverdueDoesNotWait() {
        ReplayPace pace = ReplayPace.times(1e12, null);

        assertThat(pace.waitFor(WEEK_LATER)).isZero();
        assertThat(pace.waitFor(FIRST)).isZero();
    }
}
