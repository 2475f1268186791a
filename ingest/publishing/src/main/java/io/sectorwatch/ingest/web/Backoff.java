package io.sectorwatch.ingest.web;

import java.time.Duration;
import java.util.Optional;

/**
 * When to ask again after a failure that may pass: after 1, 2, 4, … seconds, or later where the server says so. One client
 * that asks one thing at a time needs no jitter, and so it waits the same each time.
 *
 * @param attempts in all
 * @param patience for all waiting together
 */
public record Backoff(int attempts, Duration patience) {
    /** For a person who waits for it. */
    public static final Backoff USUAL = new Backoff(6, Duration.ofMinutes(5));

    private static final Duration FIRST = Duration.ofSeconds(1);

    /** The same, giving up before something else begins. */
    public Backoff within(Duration time) {
        return new Backoff(attempts, time.compareTo(patience) < 0 ? time : patience);
    }

    /**
     * How long to wait now; empty if it is time to give up.
     *
     * @param failed attempts so far
     * @param waited so far, in all
     * @param asked by the server; zero if it said nothing
     */
    Optional<Duration> next(int failed, Duration waited, Duration asked) {
        if (failed >= attempts) {
            return Optional.empty();
        }
        Duration planned = FIRST.multipliedBy(1L << Math.min(failed - 1, 20));
        Duration wait = asked.compareTo(planned) > 0 ? asked : planned;
        return waited.plus(wait).compareTo(patience) > 0 ? Optional.empty() : Optional.of(wait);
    }
}
