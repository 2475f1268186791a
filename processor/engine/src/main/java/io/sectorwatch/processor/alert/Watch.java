package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Interval;
import io.sectorwatch.processor.kind.Kind;
import io.sectorwatch.processor.kind.Measurement;
import io.sectorwatch.processor.kind.OverdueKind;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.kind.Truth;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule on one series: its fold, and the alert it has open. The fold is kept before and after the last known period,
 * so that a new period costs the same however long the history is; it is a function of the vintages and made again from
 * them when it is lost.
 */
public final class Watch implements Comparable<Watch> {
    private final Rule rule;
    private final Kind kind;
    private final int streak;
    private final boolean raisesOnPossible;
    private final SeriesViews lens;
    private @Nullable Transition alert;
    private final Fold before = new Fold();
    private final Fold after = new Fold();
    private int lastPeriod = Fold.NONE;

    public Watch(Rule rule, SeriesViews lens) {
        this.rule = rule;
        // What every event asks for is kept here: to look into one of ten thousand rules costs more than to decide.
        this.kind = rule.when();
        this.streak = rule.streak();
        this.raisesOnPossible = rule.raisesOnPossible();
        this.lens = lens;
    }

    public Rule rule() {
        return rule;
    }

    public SeriesViews lens() {
        return lens;
    }

    public SeriesKey series() {
        return lens.own().history().key();
    }

    /** The last transition of the open alert; null where none is open. */
    public @Nullable Transition alert() {
        return alert;
    }

    /** Takes over an alert that is open already. */
    public void resume(@Nullable Transition open) {
        this.alert = open;
    }

    /**
     * Decides what follows from a change of figures at a period and later, of the series or of one it is compared with;
     * the alert is then as the transitions say.
     */
    public List<Transition> changed(int fromPeriod, Trigger happening, Decision decision) {
        SeriesHistory own = lens.own().history();
        if (kind instanceof OverdueKind || own.size() == 0) {
            return List.of();
        }
        Fold.@Nullable Ended overlapping = refold(own, fromPeriod);
        return !after.active() && alert == null
                ? List.of()
                : conclude(decision.ofFold(this, after, overlapping, happening));
    }

    /** Decides what follows from a change of a series it is compared with; its own is as it was the last time. */
    public List<Transition> benchmarkChanged(int fromPeriod, Trigger happening, Decision decision) {
        boolean isLater = lastPeriod != Fold.NONE && fromPeriod > lastPeriod;
        return isLater ? List.of() : changed(fromPeriod, happening, decision);
    }

    /** Decides anew by the knowledge time of the series; means something for overdue rules only. */
    public List<Transition> timePassed(long knownTime, Trigger happening, Decision decision) {
        if (!(kind instanceof OverdueKind overdue)) {
            return List.of();
        }
        boolean late = overdue.due(lens.own()) <= knownTime;
        return late || alert != null ? conclude(decision.ofRelease(this, late, happening)) : List.of();
    }

    /** Closes the open alert since its rule holds no more. */
    public List<Transition> ruleGone(Trigger happening, Decision decision) {
        return alert == null ? List.of() : conclude(List.of(decision.ruleGone(alert, this, happening)));
    }

    /** From when on a release is late, in milliseconds; Long.MAX_VALUE for never. */
    public long due() {
        return kind instanceof OverdueKind overdue ? overdue.due(lens.own()) : Long.MAX_VALUE;
    }

    @Nullable
    Measurement measure(int period) {
        return kind.at(lens, period);
    }

    Truth condition(Interval measure) {
        Limit limit = limit();
        return measure.is(limit.side(), limit.value());
    }

    Truth clearing(Interval measure) {
        Limit limit = limit();
        return measure.is(Interval.opposite(limit.side()), limit.clearValue());
    }

    @Override
    public int compareTo(Watch other) {
        int order = rule.id().compareTo(other.rule.id());
        return order != 0 ? order : series().compareTo(other.series());
    }

    private Limit limit() {
        Limit limit = kind.limit();
        if (limit == null) {
            throw new IllegalStateException(kind.name() + " has no limit to be held against");
        }
        return limit;
    }

    private List<Transition> conclude(List<Transition> transitions) {
        if (!transitions.isEmpty()) {
            Transition last = transitions.get(transitions.size() - 1);
            alert = last.transition().opens() ? last : null;
        }
        return transitions;
    }

    /** Brings the fold up to date; the latest ended episode that overlaps the open alert, null without one. */
    private Fold.@Nullable Ended refold(SeriesHistory own, int fromPeriod) {
        int newest = own.lastPeriod();
        boolean older = fromPeriod <= lastPeriod && newest > lastPeriod;
        boolean vanished = newest < lastPeriod;
        if (lastPeriod == Fold.NONE || older || vanished || fromPeriod < lastPeriod && reaches(fromPeriod)) {
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

    // A benchmark may change between two periods of the series; then only the last period can have changed.
    private boolean reaches(int fromPeriod) {
        return lens.own().history().period(lens.own().history().start(fromPeriod)) < lastPeriod;
    }

    private Fold.@Nullable Ended refoldAll(SeriesHistory own) {
        after.set(new Fold());
        Fold.Ended overlapping = null;
        for (int row = 0; row < own.size(); row = own.end(own.period(row))) {
            before.set(after);
            overlapping = stepped(own.period(row), overlapping);
        }
        lastPeriod = own.lastPeriod();
        return overlapping;
    }

    /** Takes a step; the episode ended by it if it overlaps the open alert, otherwise the one found before. */
    private Fold.@Nullable Ended stepped(int period, Fold.@Nullable Ended found) {
        boolean wasActive = after.active();
        step(period);
        boolean overlaps = wasActive
                && !after.active()
                && alert != null
                && after.ended()
                        .overlaps(alert.since().ordinal(), alert.period().ordinal());
        return overlaps ? after.ended() : found;
    }

    private void step(int period) {
        Measurement measured = measure(period);
        if (measured != null) {
            after.step(period, condition(measured.value()), clearing(measured.value()), streak, raisesOnPossible);
        }
    }
}
