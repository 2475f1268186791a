package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Measure;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the open alert of a rule that waits for a release with whether it is late, and tells the difference. */
final class ReleaseDecision {
    private final ReleaseWatch watch;
    private final Trigger trigger;

    private ReleaseDecision(ReleaseWatch watch, Trigger trigger) {
        this.watch = watch;
        this.trigger = trigger;
    }

    /** The transitions from the open alert to what is so now. */
    static List<Transition> of(ReleaseWatch watch, boolean late, Trigger trigger) {
        ReleaseDecision decision = new ReleaseDecision(watch, trigger);
        int last = watch.views().own().last();
        if (!late || last == View.NONE) {
            return decision.there(last);
        }
        return decision.late(watch.views().own().history().period(last));
    }

    private List<Transition> there(int last) {
        Transition alert = watch.alert();
        if (alert == null) {
            return List.of();
        }
        return List.of(
                trigger.reason().of(watch) == Reason.RULE_CHANGED
                        ? PeriodStatement.ruleGone(watch, alert, trigger)
                        : cleared(alert, last));
    }

    private List<Transition> late(int period) {
        Transition alert = watch.alert();
        if (alert == null) {
            return raised(period);
        }
        // A rule of another kind may have left the alert under the same id; it knew nothing of releases.
        boolean sameKind = alert.measure().kind().equals(watch.rule().when().name());
        if (!sameKind
                && (period < alert.since().ordinal() || period > alert.period().ordinal())) {
            List<Transition> transitions = new ArrayList<>(2);
            transitions.add(PeriodStatement.ruleGone(watch, alert, trigger));
            transitions.addAll(raised(period));
            return transitions;
        }
        int since = sameKind ? alert.since().ordinal() : period;
        Transition now = open(Transition.Type.UPDATED, alert.alert(), since, period, alert);
        return PeriodStatement.same(alert, now) ? List.of() : List.of(now);
    }

    private List<Transition> raised(int period) {
        return PeriodStatement.expired(watch, period, trigger)
                ? List.of()
                : List.of(open(Transition.Type.RAISED, PeriodStatement.id(watch, period), period, period, null));
    }

    private Transition open(Transition.Type type, String id, int since, int last, @Nullable Transition before) {
        PeriodStatement statement = statement(last);
        return statement.open(
                watch,
                type,
                id,
                since,
                last,
                Certainty.CERTAIN,
                trigger,
                before,
                AlertText.overdue(watch, statement.observation()));
    }

    private Transition cleared(Transition alert, int last) {
        int at = last == View.NONE
                ? alert.period().ordinal()
                : watch.views().own().history().period(last);
        return statement(at)
                .closed(
                        watch,
                        Transition.Type.CLEARED,
                        alert,
                        alert.since(),
                        alert.period(),
                        Certainty.CERTAIN,
                        trigger,
                        AlertText.released(watch));
    }

    private PeriodStatement statement(int period) {
        View own = watch.views().own();
        int row = own.current(period);
        return new PeriodStatement(
                row == View.NONE ? null : own.figure(row, true),
                null,
                new Measure(watch.rule().when().name(), null, null),
                null,
                row == View.NONE
                        ? List.of()
                        : List.copyOf(new TreeSet<>(watch.evidence().of(own, row))));
    }
}
