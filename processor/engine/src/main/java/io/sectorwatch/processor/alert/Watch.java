package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Benchmark;
import io.sectorwatch.processor.kind.MeasureKind;
import io.sectorwatch.processor.kind.ReleaseKind;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule on one series, and the alert it has open there. */
public abstract sealed class Watch implements Comparable<Watch> permits MeasureWatch, ReleaseWatch {
    private final Rule rule;
    private final SeriesViews views;
    private @Nullable Transition alert;

    Watch(Rule rule, SeriesViews views) {
        this.rule = rule;
        this.views = views;
    }

    /** A rule on what it sees of a series and of those it looks at beside it. */
    public static Watch of(Rule rule, SeriesViews views, Evidence evidence) {
        if (rule.when() instanceof MeasureKind kind) {
            return new MeasureWatch(rule, kind, views, evidence);
        }
        return new ReleaseWatch(rule, (ReleaseKind) rule.when(), views, evidence);
    }

    public final Rule rule() {
        return rule;
    }

    public final SeriesViews views() {
        return views;
    }

    public final SeriesKey series() {
        return views.own().history().key();
    }

    /** The last transition of the open alert; null where none is open. */
    public final @Nullable Transition alert() {
        return alert;
    }

    /** Takes over an alert that is open already. */
    public final void resume(@Nullable Transition open) {
        this.alert = open;
    }

    /**
     * Decides what follows from a change of figures at a period and later, of the series or of one it is compared with, or
     * of time; the alert is then as the transitions say.
     */
    public abstract List<Transition> changed(int fromPeriod, Trigger trigger);

    /** Decides what follows from a change of a series it is compared with; its own is as it was the last time. */
    public abstract List<Transition> comparedChanged(int fromPeriod, Trigger trigger);

    /** Whether time alone can change what it says. */
    public abstract boolean heedsTime();

    /** What its series is compared with; null where there is no such thing. */
    public abstract @Nullable Benchmark benchmark();

    /** Closes the open alert since its rule holds no more. */
    public final List<Transition> ruleGone(Trigger trigger) {
        return alert == null ? List.of() : conclude(List.of(PeriodStatement.ruleGone(this, alert, trigger)));
    }

    final Period period(int ordinal) {
        return new Period(series().frequency(), ordinal);
    }

    final List<Transition> conclude(List<Transition> transitions) {
        if (!transitions.isEmpty()) {
            Transition last = transitions.get(transitions.size() - 1);
            alert = last.transition().opens() ? last : null;
        }
        return transitions;
    }

    @Override
    public final int compareTo(Watch other) {
        int order = rule.id().compareTo(other.rule.id());
        return order != 0 ? order : series().compareTo(other.series());
    }
}
