package io.sectorwatch.processor.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.kind.Measurement;
import io.sectorwatch.processor.kind.Truth;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.message.Transition.Measure;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the open alert of a watch with what the figures say now, and puts the difference into transitions. */
public final class Decision {
    private final Evidence evidence;

    /** Names the facts that a figure comes from. */
    @FunctionalInterface
    public interface Evidence {
        List<String> of(View view, int row);
    }

    public Decision(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Transition> ofFold(Watch watch, Fold fold, Fold.@Nullable Ended overlapping, Trigger happening) {
        Transition alert = watch.alert();
        if (alert == null) {
            return fold.active() ? raised(watch, fold, happening) : List.of();
        }
        if (fold.active() && fold.since() <= alert.period().ordinal()) {
            Transition now =
                    stated(watch, Transition.Type.UPDATED, alert.alert(), fold.since(), fold.last(), happening, alert);
            return sameEvidence(alert, now) ? List.of() : List.of(now);
        }
        List<Transition> transitions = new ArrayList<>(2);
        Reason reason = happening.reason().of(watch);
        if (reason == Reason.RULE_CHANGED) {
            transitions.add(ruleGone(alert, watch, happening));
        } else if (overlapping != null) {
            transitions.add(cleared(watch, alert, overlapping, happening));
        } else {
            transitions.add(retracted(watch, alert, happening));
        }
        if (fold.active()) {
            transitions.addAll(raised(watch, fold, happening));
        }
        return transitions;
    }

    List<Transition> ofRelease(Watch watch, boolean late, Trigger happening) {
        Transition alert = watch.alert();
        View own = watch.lens().own();
        int last = own.last();
        if (!late || last == View.NONE) {
            if (alert == null) {
                return List.of();
            }
            return List.of(
                    happening.reason().of(watch) == Reason.RULE_CHANGED
                            ? ruleGone(alert, watch, happening)
                            : released(watch, alert, happening));
        }
        int period = own.history().period(last);
        if (alert == null) {
            return expired(watch, period, happening)
                    ? List.of()
                    : List.of(
                            stated(watch, Transition.Type.RAISED, id(watch, period), period, period, happening, null));
        }
        // A rule of another kind may have left the alert under the same id; it knew nothing of releases.
        boolean sameKind = alert.measure().kind().equals(watch.rule().when().name());
        if (!sameKind
                && (period < alert.since().ordinal() || period > alert.period().ordinal())) {
            List<Transition> transitions = new ArrayList<>(2);
            transitions.add(ruleGone(alert, watch, happening));
            if (!expired(watch, period, happening)) {
                transitions.add(
                        stated(watch, Transition.Type.RAISED, id(watch, period), period, period, happening, null));
            }
            return transitions;
        }
        int since = sameKind ? alert.since().ordinal() : period;
        Transition now = stated(watch, Transition.Type.UPDATED, alert.alert(), since, period, happening, alert);
        return sameEvidence(alert, now) ? List.of() : List.of(now);
    }

    Transition ruleGone(Transition alert, Watch watch, Trigger happening) {
        return new Transition(
                alert.alert(),
                Transition.Type.CLEARED,
                happening.reason().of(watch),
                alert.rule(),
                alert.ruleHash(),
                alert.severity(),
                alert.labels(),
                alert.series(),
                alert.since(),
                alert.period(),
                Certainty.CERTAIN,
                alert.measure(),
                alert.limit(),
                alert.observation(),
                alert.benchmark(),
                null,
                AlertText.ruleGone(watch),
                happening.at(),
                alert.evidence());
    }

    private List<Transition> raised(Watch watch, Fold fold, Trigger happening) {
        return expired(watch, fold.last(), happening)
                ? List.of()
                : List.of(stated(
                        watch,
                        Transition.Type.RAISED,
                        id(watch, fold.since()),
                        fold.since(),
                        fold.last(),
                        happening,
                        null));
    }

    private Transition cleared(Watch watch, Transition alert, Fold.Ended ended, Trigger happening) {
        return closed(
                watch,
                Transition.Type.CLEARED,
                alert,
                period(watch, ended.first()),
                period(watch, ended.last()),
                Certainty.CERTAIN,
                ended.clearedAt(),
                happening);
    }

    private Transition retracted(Watch watch, Transition alert, Trigger happening) {
        int period = alert.period().ordinal();
        Measurement measured = watch.measure(period);
        Certainty certainty = measured != null && watch.condition(measured.value()) == Truth.POSSIBLE
                ? Certainty.POSSIBLE
                : Certainty.CERTAIN;
        return closed(
                watch, Transition.Type.RETRACTED, alert, alert.since(), alert.period(), certainty, period, happening);
    }

    private Transition released(Watch watch, Transition alert, Trigger happening) {
        int last = watch.lens().own().last();
        return closed(
                watch,
                Transition.Type.CLEARED,
                alert,
                alert.since(),
                alert.period(),
                Certainty.CERTAIN,
                last == View.NONE
                        ? alert.period().ordinal()
                        : watch.lens().own().history().period(last),
                happening);
    }

    private Transition closed(
            Watch watch,
            Transition.Type type,
            Transition alert,
            Period since,
            Period last,
            Certainty certainty,
            int at,
            Trigger happening) {
        Rule rule = watch.rule();
        Reading reading = reading(watch, at);
        String text = AlertText.closed(watch, type, alert, reading.observation, reading.benchmark, reading.measurement);
        return new Transition(
                alert.alert(),
                type,
                happening.reason().of(watch),
                rule.id(),
                rule.hash(),
                alert.severity(),
                rule.labels(),
                watch.series(),
                since,
                last,
                certainty,
                measure(watch, reading.measurement),
                rule.when().limit(),
                reading.observation,
                reading.benchmark,
                alert.observation(),
                text,
                happening.at(),
                reading.evidence);
    }

    private Transition stated(
            Watch watch,
            Transition.Type type,
            String id,
            int since,
            int last,
            Trigger happening,
            @Nullable Transition alert) {
        Rule rule = watch.rule();
        Reading reading = reading(watch, last);
        Certainty certainty = certainty(watch, reading.measurement);
        return new Transition(
                id,
                type,
                happening.reason().of(watch),
                rule.id(),
                rule.hash(),
                rule.severity(),
                rule.labels(),
                watch.series(),
                period(watch, since),
                period(watch, last),
                certainty,
                measure(watch, reading.measurement),
                rule.when().limit(),
                reading.observation,
                reading.benchmark,
                alert == null ? null : alert.observation(),
                AlertText.open(watch, certainty, reading.observation, reading.benchmark, reading.measurement, alert),
                happening.at(),
                reading.evidence);
    }

    private static Certainty certainty(Watch watch, @Nullable Measurement measured) {
        if (measured == null) {
            return Certainty.CERTAIN;
        }
        Truth condition = watch.condition(measured.value());
        boolean settled =
                condition == Truth.TRUE || condition == Truth.FALSE && watch.clearing(measured.value()) == Truth.FALSE;
        return settled ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    private static boolean expired(Watch watch, int last, Trigger happening) {
        java.time.Period horizon = watch.rule().horizon();
        if (horizon == null) {
            return false;
        }
        Instant until = period(watch, last)
                .end()
                .plus(horizon)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return happening.at().isAfter(until);
    }

    private static boolean sameEvidence(Transition one, Transition other) {
        return one.since().equals(other.since())
                && one.period().equals(other.period())
                && sameFigure(one.observation(), other.observation(), true)
                && sameFigure(one.benchmark(), other.benchmark(), false)
                && one.measure().equals(other.measure())
                && one.certainty() == other.certainty()
                && one.severity() == other.severity();
    }

    static boolean sameFigure(@Nullable Figure one, @Nullable Figure other, boolean withStatus) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.period().equals(other.period())
                && sameNumber(one.value(), other.value())
                && one.comparator() == other.comparator()
                && (!withStatus || one.status().equals(other.status()));
    }

    private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }

    private static String id(Watch watch, int since) {
        SeriesKey series = watch.series();
        return ContentId.of(
                watch.rule().id().getBytes(UTF_8),
                series.toString().getBytes(UTF_8),
                period(watch, since).toString().getBytes(UTF_8));
    }

    private static Period period(Watch watch, int ordinal) {
        return new Period(watch.series().frequency(), ordinal);
    }

    private static Measure measure(Watch watch, @Nullable Measurement measured) {
        String kind = watch.rule().when().name();
        return measured == null
                ? new Measure(kind, null, null)
                : new Measure(kind, measured.value().number(), measured.value().bound());
    }

    private Reading reading(Watch watch, int period) {
        View own = watch.lens().own();
        int row = own.current(period);
        Measurement measured = watch.measure(period);
        Figure benchmark = null;
        if (measured != null && measured.benchmark() != View.NONE) {
            benchmark = watch.lens().others().get(0).figure(measured.benchmark(), false);
        }
        Set<String> facts = new TreeSet<>();
        watch.rule().when().inputs(watch.lens(), period, (view, used) -> facts.addAll(evidence.of(view, used)));
        return new Reading(row == View.NONE ? null : own.figure(row, true), benchmark, measured, List.copyOf(facts));
    }

    private record Reading(
            @Nullable Figure observation,
            @Nullable Figure benchmark,
            @Nullable Measurement measurement,
            List<String> evidence) {}
}
