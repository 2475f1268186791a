package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule sees of all that is known.
 *
 * @param sources the trusted ones, the most trusted first; null for all alike
 * @param hidden status codes whose vintages are not seen
 */
record Sight(Knowledge knowledge, @Nullable List<String> sources, Set<String> hidden) {
    Sight trusting(@Nullable List<String> others) {
        return new Sight(knowledge, others, hidden);
    }

    /** In order; a period whose value was withdrawn is known too. */
    List<Period> knownPeriods(SeriesKey series) {
        return knowledge.periods(series).stream()
                .filter(period -> !considered(series, period).isEmpty())
                .toList();
    }

    /** The vintages of the most trusted source that has any. */
    List<Observation> considered(SeriesKey series, Period period) {
        return considered(knowledge.vintages(series, period));
    }

    /** What facts say of a period, as far as it counts and without repetitions. */
    List<Said> said(SeriesKey series, Period period) {
        return Said.of(considered(knowledge.stated(series).getOrDefault(period, List.of())));
    }

    /** Whether a series is counted, and the count is seen. */
    boolean seesCount(SeriesKey series) {
        return knowledge.isCount(series)
                && !considered(series, knowledge.lastBegun(series)).isEmpty();
    }

    /** The current vintage, which may be a withdrawal. */
    Optional<Observation> current(SeriesKey series, Period period) {
        List<Observation> considered = considered(series, period);
        return considered.isEmpty() ? Optional.empty() : Optional.of(considered.get(considered.size() - 1));
    }

    /** The current vintage, if it has a value. */
    Optional<ReferenceFigure> figure(SeriesKey series, Period period) {
        return current(series, period).flatMap(ReferenceFigure::of);
    }

    /** The figure of the greatest period up to one that has any. */
    Optional<ReferenceFigure> newestFigure(SeriesKey series, Period last) {
        return knowledge.periodsUpTo(series, last).stream()
                .map(period -> figure(series, period))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The facts behind figures. */
    FactsNamed facts(List<ReferenceFigure> figures) {
        return FactsNamed.ofAll(figures.stream()
                .map(ReferenceFigure::vintage)
                .map(knowledge::facts)
                .toList());
    }

    private List<Observation> considered(List<Observation> vintages) {
        List<Observation> visible =
                vintages.stream().filter(vintage -> !isHidden(vintage)).toList();
        if (sources == null) {
            return visible;
        }
        for (String source : sources) {
            List<Observation> ofSource = visible.stream()
                    .filter(vintage -> vintage.source().id().equals(source))
                    .toList();
            if (!ofSource.isEmpty()) {
                return ofSource;
            }
        }
        return List.of();
    }

    private boolean isHidden(Observation vintage) {
        boolean withdrawal = vintage.value() == null;
        return !withdrawal && vintage.status().stream().anyMatch(hidden::contains);
    }
}
