package io.sectorwatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "120|PT2M",
                " 5 |PT5S",
                "Mon, 1 Jun 2026 12:01:00 GMT|PT1M",
                "Mon, 01 Jun 2026 11:00:00 GMT|PT0S"
            })
    void secondsAndDatesAreUnderstood(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1", "1.5", "99999999999999999999", "2026-06-01", "Tue, 1 Jun 2026 12:01:00 GMT"})
    void anythingElseSaysNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void aWaitThatWouldTakeTooLongIsNone() {
        Backoff backoff = Backoff.USUAL.within(Duration.ofSeconds(5));

        assertThat(backoff.next(1, Duration.ZERO, Duration.ZERO)).contains(Duration.ofSeconds(1));
        assertThat(backoff.next(1, Duration.ZERO, Duration.ofSeconds(5))).contains(Duration.ofSeconds(5));
        assertThat(backoff.next(1, Duration.ZERO, Duration.ofSeconds(6))).isEmpty();
        assertThat(backoff.next(3, Duration.ofSeconds(3), Duration.ZERO)).isEmpty();
        assertThat(Backoff.USUAL.next(6, Duration.ZERO, Duration.ZERO)).isEmpty();
    }
}
