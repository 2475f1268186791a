package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Measurement;
import io.sectorwatch.processor.kind.Truth;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.message.Transition.Measure;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the open alert of a rule that measures with its fold, and puts the difference into transitions. */
final class MeasureDecision {
    // A rule over thousands of periods must not make an alert that no broker takes.
    private static final int MOST_EVIDENCE = 1_000;

    private final MeasureWatch watch;
    private final Trigger trigger;

    private MeasureDecision(MeasureWatch watch, Trigger trigger) {
        this.watch = watch;
        this.trigger = trigger;
    }

    /**
     * The transitions from the open alert to the fold.
     *
     * @param overlapping the latest ended episode that overlaps the open alert; null without one
     */
    static List<Transition> of(MeasureWatch watch, Fold fold, Fold.@Nullable Ended overlapping, Trigger trigger) {
        MeasureDecision decision = new MeasureDecision(watch, trigger);
        Transition alert = watch.alert();
        if (alert == null) {
            return fold.active() ? decision.raised(fold) : List.of();
        }
        if (fold.active()
                && fold.since() <= alert.period().ordinal()
                && fold.last() >= alert.since().ordinal()) {
            Transition now = decision.open(Transition.Type.UPDATED, alert.alert(), fold.since(), fold.last(), alert);
            return PeriodStatement.same(alert, now) ? List.of() : List.of(now);
        }
        List<Transition> transitions = new ArrayList<>(2);
        if (trigger.isOfRule(watch)) {
            transitions.add(PeriodStatement.ruleGone(watch, alert, trigger));
        } else if (overlapping != null) {
            transitions.add(decision.cleared(alert, overlapping));
        } else {
            transitions.add(decision.retracted(alert));
        }
        if (fold.active()) {
            transitions.addAll(decision.raised(fold));
        }
        return transitions;
    }

    private List<Transition> raised(Fold fold) {
        return PeriodStatement.expired(watch, fold.last(), trigger)
                ? List.of()
                : List.of(open(
                        Transition.Type.RAISED,
                        PeriodStatement.id(watch, fold.since()),
                        fold.since(),
                        fold.last(),
                        null));
    }

    private Transition cleared(Transition alert, Fold.Ended ended) {
        return closed(
                Transition.Type.CLEARED,
                alert,
                watch.period(ended.first()),
                watch.period(ended.last()),
                Certainty.CERTAIN,
                ended.clearedAt());
    }

    private Transition retracted(Transition alert) {
        int period = alert.period().ordinal();
        return closed(Transition.Type.RETRACTED, alert, alert.since(), alert.period(), Certainty.CERTAIN, period);
    }

    private Transition open(Transition.Type type, String id, int since, int last, @Nullable Transition before) {
        Measurement measured = watch.measure(last);
        PeriodStatement statement = statement(last, measured);
        Certainty certainty = certainty(measured);
        String text = AlertText.open(
                watch, certainty, statement.observation(), statement.benchmark(), measured, before, corrected());
        return statement.open(watch, type, id, since, last, certainty, trigger, before, text);
    }

    private Transition closed(
            Transition.Type type, Transition alert, Period since, Period last, Certainty certainty, int at) {
        Measurement measured = watch.measure(at);
        PeriodStatement statement = statement(at, measured);
        String text = AlertText.closed(
                watch, type, alert, statement.observation(), statement.benchmark(), measured, corrected());
        return statement.closed(watch, type, alert, since, last, certainty, trigger, text);
    }

    private boolean corrected() {
        return trigger.reason(watch) == Reason.CORRECTION;
    }

    private Certainty certainty(@Nullable Measurement measured) {
        if (measured == null) {
            return Certainty.CERTAIN;
        }
        Truth condition = watch.condition(measured.value());
        boolean settled =
                condition == Truth.TRUE || condition == Truth.FALSE && watch.clearing(measured.value()) == Truth.FALSE;
        return settled ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    private PeriodStatement statement(int period, @Nullable Measurement measured) {
        View own = watch.views().own();
        int row = own.current(period);
        Figure benchmark = measured == null || measured.benchmark() == View.NONE
                ? null
                : watch.views().others().get(0).figure(measured.benchmark(), false);
        Evidence evidence = watch.evidence();
        Set<String> facts = new TreeSet<>();
        Map<SeriesKey, Map<Integer, Integer>> notNamed = new HashMap<>();
        watch.kind().inputs(watch.views(), period, (view, used) -> {
            List<String> named = facts.size() < MOST_EVIDENCE ? evidence.of(view, used) : List.of();
            facts.addAll(named);
            notNamed.computeIfAbsent(view.history().key(), key -> new HashMap<>())
                    .put(used, evidence.count(view, used) - named.size());
        });
        int unnamed = notNamed.values().stream()
                .flatMap(rows -> rows.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        String kind = watch.kind().name();
        return new PeriodStatement(
                row == View.NONE ? null : own.figure(row, true),
                benchmark,
                measured == null
                        ? new Measure(kind, null, null)
                        : new Measure(
                                kind,
                                measured.value().number(),
                                measured.value().bound()),
                watch.kind().limit(),
                List.copyOf(facts),
                facts.size() + unnamed);
    }
}
