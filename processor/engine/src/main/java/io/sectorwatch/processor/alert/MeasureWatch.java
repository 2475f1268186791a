package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Benchmark;
import io.sectorwatch.processor.kind.Interval;
import io.sectorwatch.processor.kind.MeasureKind;
import io.sectorwatch.processor.kind.Measurement;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.kind.Truth;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that measures, on one series. Its fold is kept before and after the last known period, so that a new period costs
 * the same however long the history is; it is a function of the vintages and made again from them when it is lost.
 */
final class MeasureWatch extends Watch {
    private final MeasureKind kind;
    private final int streak;
    private final boolean raisesOnPossible;
    private final Evidence evidence;
    private final Fold before = new Fold();
    private final Fold after = new Fold();
    private int lastPeriod = Fold.NONE;
    private int changedFrom = Integer.MIN_VALUE;

    MeasureWatch(Rule rule, long effective, MeasureKind kind, SeriesViews views, Evidence evidence) {
        super(rule, effective, views);
        // What every event asks for is kept here: to look into one of ten thousand rules costs more than to decide.
        this.kind = kind;
        this.streak = rule.streak();
        this.raisesOnPossible = rule.raisesOnPossible();
        this.evidence = evidence;
    }

    MeasureKind kind() {
        return kind;
    }

    Evidence evidence() {
        return evidence;
    }

    @Override
    public void touched(int fromPeriod) {
        changedFrom = Math.min(changedFrom, fromPeriod);
    }

    @Override
    public boolean comparedTouched(int fromPeriod) {
        SeriesHistory own = views().own().history();
        int row = own.start(fromPeriod);
        if (row == own.size()) {
            // Unless there is more to be decided, it lies behind all that it could concern.
            return changedFrom != Integer.MAX_VALUE;
        }
        // It may have changed between two periods of the series: nothing before the second of these is another.
        touched(own.period(row));
        return true;
    }

    @Override
    public List<Transition> decide(Trigger trigger) {
        SeriesHistory own = views().own().history();
        if (own.size() == 0 && lastPeriod == Fold.NONE && alert() == null) {
            return List.of();
        }
        Fold.@Nullable Ended overlapping = refold(own, changedFrom);
        changedFrom = Integer.MAX_VALUE;
        if (!after.active() && alert() == null) {
            return List.of();
        }
        List<Transition> transitions = MeasureDecision.of(this, after, overlapping, trigger);
        if (!transitions.isEmpty() && !trigger.concerns(this)) {
            // What has changed belongs to another release, which is still to be decided.
            changedFrom = Integer.MIN_VALUE;
            return List.of();
        }
        return conclude(transitions);
    }

    @Override
    public boolean heedsTime() {
        return false;
    }

    @Override
    public @Nullable Benchmark benchmark() {
        return kind.benchmark();
    }

    @Nullable
    Measurement measure(int period) {
        return kind.at(views(), period);
    }

    Truth condition(Interval measure) {
        Limit limit = kind.limit();
        return measure.is(limit.side(), limit.value());
    }

    Truth clearing(Interval measure) {
        Limit limit = kind.limit();
        return measure.is(Interval.opposite(limit.side()), limit.clearValue());
    }

    /** Brings the fold up to date; the latest ended episode that overlaps the open alert, null without one. */
    private Fold.@Nullable Ended refold(SeriesHistory own, int fromPeriod) {
        int newest = own.size() == 0 ? Fold.NONE : own.lastPeriod();
        boolean older = fromPeriod <= lastPeriod && newest > lastPeriod;
        boolean vanished = newest < lastPeriod;
        if (lastPeriod == Fold.NONE || older || vanished || fromPeriod < lastPeriod) {
            return refoldAll(own);
        }
        Fold.Ended ended = null;
        if (newest > lastPeriod) {
            for (int row = own.end(lastPeriod); row < own.size(); row = own.end(own.period(row))) {
                before.set(after);
                ended = stepped(own.period(row), ended);
            }
            lastPeriod = newest;
        } else if (fromPeriod <= lastPeriod) {
            after.set(before);
            ended = stepped(lastPeriod, null);
        }
        return ended;
    }

    private Fold.@Nullable Ended refoldAll(SeriesHistory own) {
        before.set(new Fold());
        after.set(new Fold());
        Fold.Ended overlapping = null;
        for (int row = own.start(own.foldsFrom()); row < own.size(); row = own.end(own.period(row))) {
            before.set(after);
            overlapping = stepped(own.period(row), overlapping);
        }
        lastPeriod = own.size() == 0 ? Fold.NONE : own.lastPeriod();
        return overlapping;
    }

    /** Takes a step; the episode ended by it if it overlaps the open alert, otherwise the one found before. */
    private Fold.@Nullable Ended stepped(int period, Fold.@Nullable Ended found) {
        boolean wasActive = after.active();
        step(period);
        Transition alert = alert();
        boolean overlaps = wasActive
                && !after.active()
                && alert != null
                && after.ended()
                        .overlaps(alert.since().ordinal(), alert.period().ordinal());
        return overlaps ? after.ended() : found;
    }

    private void step(int period) {
        if (period < views().own().history().foldsFrom()) {
            return;
        }
        Measurement measured = measure(period);
        if (measured != null) {
            after.step(period, condition(measured.value()), clearing(measured.value()), streak, raisesOnPossible);
        }
    }
}
