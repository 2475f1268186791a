package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transition as the contract demands it.
 *
 * @param measure with {@code comparator}, {@code observation} and {@code benchmark}: stated only where an alert is raised
 *     or updated
 * @param benchmark the figure a gap or a convergence is measured to
 * @param restsOn the facts it was measured from; stated only where an alert is raised or updated
 */
public record Expected(
        Transition.Type transition,
        Transition.Reason reason,
        String rule,
        Severity severity,
        SeriesKey series,
        Period since,
        Period period,
        Transition.Certainty certainty,
        String measureKind,
        @Nullable BigDecimal measure,
        @Nullable Bound comparator,
        @Nullable Figure observation,
        @Nullable Figure benchmark,
        @Nullable FactsNamed restsOn,
        Instant decidedAt) {

    /** What a series says of a period; without a value where the period's was withdrawn. */
    public record Figure(
            Period period,
            @Nullable BigDecimal value,
            @Nullable Bound comparator) {
        @Override
        public String toString() {
            return period + ": " + number(value, comparator);
        }
    }

    /** The alert it belongs to. */
    public String key() {
        return Transition.key(rule, series);
    }

    Expected withoutFacts() {
        return new Expected(
                transition,
                reason,
                rule,
                severity,
                series,
                since,
                period,
                certainty,
                measureKind,
                measure,
                comparator,
                observation,
                benchmark,
                null,
                decidedAt);
    }

    @Override
    public String toString() {
        return transition + " " + reason.code() + " " + key() + " " + severity.code() + " " + since + ".." + period
                + " "
                + certainty.code() + " " + measureKind
                + (transition.opens() ? " " + number(measure, comparator) + " at " + observation : "")
                + (benchmark == null ? "" : " against " + benchmark)
                + (restsOn == null ? "" : " resting on " + restsOn.count() + " facts " + restsOn.named())
                + " decided " + decidedAt;
    }

    static String number(@Nullable BigDecimal value, @Nullable Bound comparator) {
        return (comparator == null ? "" : comparator.symbol()) + (value == null ? "no value" : value.toPlainString());
    }
}
