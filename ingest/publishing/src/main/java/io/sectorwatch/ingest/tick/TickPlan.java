package io.sectorwatch.ingest.tick;

import io.sectorwatch.schemas.message.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the clock asks for: a tick at the start of each UTC day. Of days that were missed only the newest counts, since a
 * tick says all that an older one would.
 *
 * @param due the tick to publish now, if any
 * @param next when the following day starts
 */
record TickPlan(Optional<Tick> due, Instant next) {
    // A machine that was suspended counts its waiting from where it was, and a clock may be set.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** The plan at a moment, given the newest tick that is known to be published; null where none is. */
    static TickPlan at(Instant now, @Nullable Tick published) {
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
        boolean due = published == null || published.tick().isBefore(midnight);
        return new TickPlan(
                due ? Optional.of(new Tick(midnight)) : Optional.empty(), midnight.plus(1, ChronoUnit.DAYS));
    }

    /** How long to wait before planning again. */
    Duration wait(Instant now) {
        Duration left = Duration.between(now, next);
        return left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
    }
}
