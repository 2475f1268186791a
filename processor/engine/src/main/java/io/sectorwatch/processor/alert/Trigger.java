package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.time.Instant;

/**
 * The event, or the release, that has transitions decided.
 *
 * @param at its knowledge time
 * @param tick the newest tick, in milliseconds; Long.MIN_VALUE before the first
 * @param reasons all that can be said of it
 */
public record Trigger(Instant at, long tick, Reasons reasons) {

    /** Tells what an event is to one watch; nothing where the watch sees nothing of it. */
    @FunctionalInterface
    public interface Reasons {
        ReasonSet of(Watch watch);
    }

    /** An event that is the same to every watch. */
    public static Trigger of(Instant at, long tick, Reason reason) {
        ReasonSet only = ReasonSet.NONE.with(reason);
        return new Trigger(at, tick, watch -> only);
    }

    /** A figure that is decided by itself, just added to a history. */
    public static Trigger of(Instant at, long tick, SeriesHistory history, int row) {
        return new Trigger(at, tick, new OneFigure(history, row));
    }

    /** Whether a watch sees anything of it. */
    boolean concerns(Watch watch) {
        return !reasons.of(watch).isEmpty();
    }

    /** What a figure is to a watch, beside all others that are known. */
    public static Reasons figure(SeriesHistory history, int row) {
        return new OneFigure(history, row);
    }

    /** Why a watch says something else after it. */
    Reason reason(Watch watch) {
        ReasonSet all = reasons.of(watch);
        for (Reason reason : Reason.values()) {
            if (all.has(reason)) {
                return reason;
            }
        }
        // What a watch does not see can only have moved the time by which it judges.
        return Reason.TIME_PASSED;
    }

    /** Why a watch takes something back after it: no new period undoes the past, but what it revises does. */
    Reason reasonOfRetraction(Watch watch) {
        ReasonSet all = reasons.of(watch);
        if (all.has(Reason.REVISION)) {
            return Reason.REVISION;
        }
        if (all.has(Reason.BENCHMARK_REVISION)) {
            return Reason.BENCHMARK_REVISION;
        }
        Reason reason = reason(watch);
        return reason == Reason.NEW_PERIOD ? Reason.REVISION : reason;
    }

    /** Whether it is the rule that has changed, and nothing of the data. */
    boolean isOfRule(Watch watch) {
        return reason(watch) == Reason.RULE_CHANGED;
    }
}
