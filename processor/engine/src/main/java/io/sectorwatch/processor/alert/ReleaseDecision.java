package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the open alert of a rule that waits for a release with whether it is late, and tells the difference. */
final class ReleaseDecision {
    private final ReleaseWatch watch;
    private final List<Integer> announcing;
    private final Trigger trigger;

    private ReleaseDecision(ReleaseWatch watch, List<Integer> announcing, Trigger trigger) {
        this.watch = watch;
        this.announcing = announcing;
        this.trigger = trigger;
    }

    /**
     * The transitions from the open alert to what is so now.
     *
     * @param announcing rows of the figures that announce the release
     */
    static List<Transition> of(ReleaseWatch watch, boolean late, List<Integer> announcing, Trigger trigger) {
        ReleaseDecision decision = new ReleaseDecision(watch, announcing, trigger);
        int last = watch.views().own().last();
        Transition alert = watch.alert();
        if (late && last != View.NONE) {
            return decision.late(last);
        }
        return alert == null ? List.of() : decision.there(last, alert);
    }

    private List<Transition> there(int last, Transition alert) {
        if (trigger.isOfRule(watch)) {
            return List.of(PeriodStatement.ruleGone(watch, alert, trigger));
        }
        return List.of(
                isUnfounded(alert)
                        ? closed(Transition.Type.RETRACTED, alert, last, AlertText.unfounded(watch))
                        : closed(Transition.Type.CLEARED, alert, last, AlertText.released(watch)));
    }

    private List<Transition> late(int last) {
        int period = watch.views().own().history().period(last);
        Transition alert = watch.alert();
        if (alert == null) {
            return raised(period);
        }
        // A rule of another kind may have left the alert under the same id; it knew nothing of releases.
        boolean sameKind = alert.measure().kind().equals(watch.rule().when().name());
        if (period < alert.since().ordinal()
                || !sameKind && period > alert.period().ordinal()) {
            List<Transition> transitions = new ArrayList<>(there(last, alert));
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

    private Transition closed(Transition.Type type, Transition alert, int last, String text) {
        int at = last == View.NONE
                ? alert.period().ordinal()
                : watch.views().own().history().period(last);
        return statement(at)
                .closed(watch, type, alert, alert.since(), alert.period(), Certainty.CERTAIN, trigger, text);
    }

    private boolean isUnfounded(Transition alert) {
        return !alert.evidence().isEmpty() && alert.evidence().stream().allMatch(watch.evidence()::isVoid);
    }

    private PeriodStatement statement(int period) {
        View own = watch.views().own();
        int row = own.current(period);
        return new PeriodStatement(
                row == View.NONE ? null : own.figure(row, true),
                null,
                new Measure(watch.rule().when().name(), null, null),
                null,
                announcing.stream()
                        .flatMap(announcer -> watch.evidence().of(own, announcer).stream())
                        .sorted()
                        .toList(),
                announcing.size());
    }
}
