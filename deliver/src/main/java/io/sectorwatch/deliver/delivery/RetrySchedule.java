package io.sectorwatch.deliver.delivery;

import java.time.Duration;

/**
 * When a target that does not answer is asked again: after growing pauses, each somewhere in its second half, so that many
 * that wait do not ask at the same moment.
 *
 * @param first the first pause at most
 * @param longest the longest pause of our own
 * @param mostAsked the longest one that a target may ask for
 */
public record RetrySchedule(Duration first, Duration longest, Duration mostAsked) {
    public static final RetrySchedule USUAL =
            new RetrySchedule(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofDays(1));

    private static final int MOST_DOUBLINGS = 20;

    /**
     * How long to wait now.
     *
     * @param failed attempts so far
     * @param asked by the target; zero if it said nothing
     * @param chance from 0 to 1
     */
    public Duration pause(int failed, Duration asked, double chance) {
        Duration planned = least(first.multipliedBy(1L << Math.min(failed - 1, MOST_DOUBLINGS)), longest);
        long half = planned.toMillis() / 2;
        Duration pause = Duration.ofMillis(planned.toMillis() - half + Math.round(half * chance));
        Duration wanted = least(asked, mostAsked);
        return wanted.compareTo(pause) > 0 ? wanted : pause;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
