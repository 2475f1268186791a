package io.sectorwatch.processor.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.message.Transition.Measure;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a series at one period: the part of a transition that does not depend on which one it is.
 *
 * @param observation the figure of the period; null where it has none
 * @param limit what the measure is held against; null where nothing is measured
 * @param evidence ids of the facts behind it, sorted; of counts the newest
 * @param facts how many facts there are behind it
 */
record PeriodStatement(
        @Nullable Figure observation,
        @Nullable Figure benchmark,
        Measure measure,
        @Nullable Limit limit,
        List<String> evidence,
        int facts) {

    /** An alert that is open, raised or updated. */
    Transition open(
            Watch watch,
            Transition.Type type,
            String id,
            int since,
            int last,
            Certainty certainty,
            Trigger trigger,
            @Nullable Transition before,
            String text) {
        Rule rule = watch.rule();
        return new Transition(
                id,
                type,
                trigger.reason(watch),
                rule.id(),
                rule.hash(),
                rule.severity(),
                rule.labels(),
                watch.series(),
                watch.period(since),
                watch.period(last),
                certainty,
                measure,
                limit,
                observation,
                benchmark,
                before == null ? null : before.observation(),
                text,
                watch.decidedAt(trigger),
                evidence,
                facts);
    }

    /** An alert that is over, or never was. */
    Transition closed(
            Watch watch,
            Transition.Type type,
            Transition alert,
            Period since,
            Period last,
            Certainty certainty,
            Trigger trigger,
            String text) {
        Rule rule = watch.rule();
        return new Transition(
                alert.alert(),
                type,
                type == Transition.Type.RETRACTED ? trigger.reasonOfRetraction(watch) : trigger.reason(watch),
                rule.id(),
                rule.hash(),
                alert.severity(),
                rule.labels(),
                watch.series(),
                since,
                last,
                certainty,
                measure,
                limit,
                observation,
                benchmark,
                alert.observation(),
                text,
                watch.decidedAt(trigger),
                evidence,
                facts);
    }

    /** An alert whose rule holds no more: all is as it was last said. */
    static Transition ruleGone(Watch watch, Transition alert, Trigger trigger) {
        return new Transition(
                alert.alert(),
                Transition.Type.CLEARED,
                trigger.reason(watch),
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
                watch.decidedAt(trigger),
                alert.evidence(),
                alert.evidenceCount());
    }

    /** The id of an alert of a watch that begins at a period. */
    static String id(Watch watch, int since) {
        return ContentId.of(
                watch.rule().id().getBytes(UTF_8),
                watch.series().toString().getBytes(UTF_8),
                watch.period(since).toString().getBytes(UTF_8));
    }

    /** Whether an episode ended too long ago to be raised. */
    static boolean expired(Watch watch, int last, Trigger trigger) {
        java.time.Period horizon = watch.rule().horizon();
        if (horizon == null) {
            return false;
        }
        Instant until = watch.period(last)
                .end()
                .plus(horizon)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return watch.decidedAt(trigger).isAfter(until);
    }

    /** Whether two say the same, as far as a subscriber has to hear of it. */
    static boolean same(Transition one, Transition other) {
        return one.since().equals(other.since())
                && one.period().equals(other.period())
                && sameFigure(one.observation(), other.observation(), true)
                && sameFigure(one.benchmark(), other.benchmark(), false)
                && one.measure().equals(other.measure())
                && one.certainty() == other.certainty()
                && one.severity() == other.severity()
                && one.ruleHash().equals(other.ruleHash());
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
}
