package io.sectorwatch.ingest.tick;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Tick;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickPlanTest {
    private static final Tick TODAY = tick("2025-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"2025-06-01T00:00:00Z", "2025-06-01T00:00:00.001Z", "2025-06-01T23:59:59.999999999Z"})
    void theDaysOwnStartIsDueUntilItIsPublished(Instant now) {
        assertThat(TickPlan.at(now, null).due()).contains(TODAY);
        assertThat(TickPlan.at(now, TODAY).due()).isEmpty();
        assertThat(TickPlan.at(now, TODAY).next()).isEqualTo("2025-06-02T00:00:00Z");
    }

    @Test
    void ofMissedDaysOnlyTheNewestIsDue() {
        assertThat(TickPlan.at(Instant.parse("2025-06-01T08:00:00Z"), tick("2025-05-20T00:00:00Z"))
                        .due())
                .contains(TODAY);
    }

    @Test
    void aClockThatIsSetBackAsksForNothingOlder() {
        assertThat(TickPlan.at(Instant.parse("2025-05-31T23:59:00Z"), TODAY).due())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-06-01T12:00:00Z, PT1M", "2025-06-01T23:59:00Z, PT1M", "2025-06-01T23:59:59.5Z, PT0.5S"})
    void waitsUntilMidnightButLooksAtTheClockEveryMinute(Instant now, Duration wait) {
        assertThat(TickPlan.at(now, TODAY).wait(now)).isEqualTo(wait);
    }

    private static Tick tick(String moment) {
        return new Tick(Instant.parse(moment));
    }
}
