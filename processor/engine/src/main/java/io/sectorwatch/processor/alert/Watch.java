package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Benchmark;
import io.sectorwatch.processor.kind.MeasureKind;
import io.sectorwatch.processor.kind.ReleaseKind;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule on one series, and the alert it has open there. */
public abstract sealed class Watch implements Comparable<Watch> permits MeasureWatch, ReleaseWatch {
    private final Rule rule;
    private final SeriesViews views;
    private final long effective;
    private @Nullable Transition alert;
    private long said = Long.MIN_VALUE;
    private Trigger.@Nullable Reasons release;
    private ReasonSet noted = ReasonSet.NONE;

    Watch(Rule rule, long effective, SeriesViews views) {
        this.rule = rule;
        this.effective = effective;
        this.views = views;
    }

    /**
     * A rule on what it sees of a series and of those it looks at beside it.
     *
     * @param effective when a version of the rule last took effect, in milliseconds
     */
    public static Watch of(Rule rule, long effective, SeriesViews views, Evidence evidence) {
        if (rule.when() instanceof MeasureKind kind) {
            return new MeasureWatch(rule, effective, kind, views, evidence);
        }
        return new ReleaseWatch(rule, effective, (ReleaseKind) rule.when(), views, evidence);
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

    /**
     * Goes on where another watch of the rule and series was.
     *
     * @param open the last transition of an alert that is open already; null where none is
     * @param saidAt the {@code decidedAt} of the newest transition of all, in milliseconds; Long.MIN_VALUE without one
     */
    public final void resume(@Nullable Transition open, long saidAt) {
        alert = open;
        said = open == null ? saidAt : Math.max(saidAt, open.decidedAt().toEpochMilli());
    }

    /** What was noted here of a release that is not decided yet; nothing where it was not noted here. */
    public final ReasonSet noted(Trigger.Reasons of) {
        return release == of ? noted : ReasonSet.NONE;
    }

    /**
     * Notes what a release that is not decided yet is to it: here, where whoever looks at the watch finds it at once. There
     * is room for one; false while another one is noted.
     */
    public final boolean note(Trigger.Reasons of, ReasonSet its) {
        if (release != null && release != of) {
            return false;
        }
        release = of;
        noted = its;
        return true;
    }

    /** Forgets what was noted of a release. */
    public final void unnote(Trigger.Reasons of) {
        if (release == of) {
            release = null;
        }
    }

    /** Notes that the figures of its series have changed, at a period and later. */
    public abstract void touched(int fromPeriod);

    /** The same of a series it is compared with; false where that cannot concern it. */
    public abstract boolean comparedTouched(int fromPeriod);

    /** Decides what follows from all that has changed; the alert is then as the transitions say. */
    public abstract List<Transition> decide(Trigger trigger);

    /** Whether time alone can change what it says. */
    public abstract boolean heedsTime();

    /** What its series is compared with; null where there is no such thing. */
    public abstract @Nullable Benchmark benchmark();

    /** Closes the open alert since its rule holds no more. */
    public final List<Transition> ruleGone(Trigger trigger) {
        return alert == null ? List.of() : conclude(List.of(PeriodStatement.ruleGone(this, alert, trigger)));
    }

    /** When the system could know what is decided after an event: never before its evidence, or what was said before. */
    final Instant decidedAt(Trigger trigger) {
        long at = Math.max(trigger.at().toEpochMilli(), Math.max(trigger.tick(), effective));
        // A fact that is void, or a rule that looks at less, takes away times that were counted before.
        at = Math.max(at, said);
        at = Math.max(at, views.own().history().known());
        for (View other : views.others()) {
            at = Math.max(at, other.history().known());
        }
        return Instant.ofEpochMilli(at);
    }

    final Period period(int ordinal) {
        return new Period(series().frequency(), ordinal);
    }

    final List<Transition> conclude(List<Transition> transitions) {
        if (!transitions.isEmpty()) {
            Transition last = transitions.get(transitions.size() - 1);
            alert = last.transition().opens() ? last : null;
            said = last.decidedAt().toEpochMilli();
        }
        return transitions;
    }

    @Override
    public final int compareTo(Watch other) {
        int order = rule.id().compareTo(other.rule.id());
        return order != 0 ? order : series().compareTo(other.series());
    }
}
