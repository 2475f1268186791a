package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is read from its JSON, which is taken to be correct.
 *
 * @param forPeriods how many periods in a row the condition has to hold
 * @param horizon null where nothing is too old to raise
 * @param hidden status codes whose vintages are not seen
 * @param holdsPossible whether what is only possible leaves an alert that is not open as it is
 */
record ReferenceRule(
        String id,
        Severity severity,
        Selection selection,
        @Nullable List<String> sources,
        Set<String> hidden,
        int forPeriods,
        java.time.@Nullable Period horizon,
        boolean holdsPossible,
        ReferenceWhen when) {

    /** The series a rule is about; null stands for all. */
    record Selection(
            @Nullable String indicator,
            @Nullable List<String> areas,
            List<String> except,
            @Nullable List<String> sectors,
            @Nullable String frequency) {
        boolean covers(SeriesKey series) {
            return (indicator == null || indicator.equals(series.indicator()))
                    && (areas == null || areas.contains(series.area()))
                    && !except.contains(series.area())
                    && (sectors == null || sectors.contains(series.sector()))
                    && (frequency == null || frequency.equals(series.frequency().name()));
        }
    }

    static ReferenceRule of(JsonNode json) {
        return ReferenceRuleJson.rule(json);
    }

    /** The series itself, as it is looked at. */
    ReferenceKind.Other own(SeriesKey series) {
        return new ReferenceKind.Other(series, sources);
    }

    /** The series that one is compared with. */
    List<ReferenceKind.Other> others(SeriesKey series) {
        return when instanceof ReferenceWhen.Beyond beyond ? beyond.measure().others(series, sources) : List.of();
    }

    Sight sight(Knowledge knowledge) {
        return new Sight(knowledge, sources, hidden);
    }

    /** Whether an episode that ended with a period is recent enough to raise. */
    boolean reaches(io.sectorwatch.schemas.series.Period last, Instant decidedAt) {
        return horizon == null
                || !decidedAt.isAfter(
                        last.end().plus(horizon).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
