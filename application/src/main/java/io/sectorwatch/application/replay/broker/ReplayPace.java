package io.sectorwatch.application.replay.broker;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a fact may be fed: at once, or so that knowledge time passes at a multiple of real time, from the beginning of the
 * span or the first fact on. Time on the clock decides when something is decided here, never what.
 */
final class ReplayPace {
    private final double times;
    private final @Nullable Long from;
    private long firstFact = Long.MIN_VALUE;
    private long firstNanos;

    private ReplayPace(double times, @Nullable Long from) {
        this.times = times;
        this.from = from;
    }

    /** As fast as it goes. */
    static ReplayPace fastest() {
        return new ReplayPace(Double.POSITIVE_INFINITY, null);
    }

    /** So many times real time; what is not later than {@code from}, in milliseconds, comes at once. */
    static ReplayPace times(double times, @Nullable Long from) {
        return new ReplayPace(times, from);
    }

    /** How long a fact of a knowledge time must wait from now on. */
    Duration waitFor(long time) {
        if (Double.isInfinite(times) || from != null && time < from) {
            return Duration.ZERO;
        }
        if (firstFact == Long.MIN_VALUE) {
            firstFact = from == null ? time : from;
            firstNanos = System.nanoTime();
        }
        long due = (long) ((time - firstFact) / times * TimeUnit.MILLISECONDS.toNanos(1));
        return Duration.ofNanos(Math.max(0, due - (System.nanoTime() - firstNanos)));
    }
}
