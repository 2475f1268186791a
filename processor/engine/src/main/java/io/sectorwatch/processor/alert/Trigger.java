package io.sectorwatch.processor.alert;

import io.sectorwatch.schemas.message.Transition.Reason;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * The event that has transitions decided.
 *
 * @param at its knowledge time
 * @param tick the newest tick, in milliseconds; Long.MIN_VALUE before the first
 * @param reason why, for a watch that it concerns
 */
public record Trigger(Instant at, long tick, Why reason) {

    /** Tells the reason of an event as one watch sees it. */
    @FunctionalInterface
    public interface Why {
        Reason of(Watch watch);
    }

    /** An event whose reason is the same for every watch. */
    public static Trigger of(Instant at, long tick, Reason reason) {
        return new Trigger(at, tick, watch -> reason);
    }

    /** Figures of a series: for its own watches a new period or a revision, for others' the same of a benchmark. */
    public static Trigger figures(Instant at, long tick, Predicate<Watch> own, Predicate<Watch> newPeriod) {
        return new Trigger(at, tick, watch -> {
            boolean isNew = newPeriod.test(watch);
            if (own.test(watch)) {
                return isNew ? Reason.NEW_PERIOD : Reason.REVISION;
            }
            return isNew ? Reason.BENCHMARK_NEW_PERIOD : Reason.BENCHMARK_REVISION;
        });
    }
}
