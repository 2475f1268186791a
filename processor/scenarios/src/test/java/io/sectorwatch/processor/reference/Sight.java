package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.Collection;
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

    List<Observation> visible(List<Observation> vintages) {
        return vintages.stream().filter(this::sees).toList();
    }

    private boolean sees(Observation vintage) {
        boolean listed = sources == null || sources.contains(vintage.source().id());
        boolean withdrawal = vintage.value() == null;
        return listed && (withdrawal || vintage.status().stream().noneMatch(hidden::contains));
    }

    /** Whatever source it is of. */
    List<Observation> visible(SeriesKey series) {
        return visible(knowledge.vintages(series).values().stream()
                .flatMap(Collection::stream)
                .toList());
    }

    /** In order; a period whose value was withdrawn is known too. */
    List<Period> knownPeriods(SeriesKey series) {
        return knowledge.vintages(series).entrySet().stream()
                .filter(entry -> !visible(entry.getValue()).isEmpty())
                .map(entry -> entry.getKey())
                .toList();
    }

    /** The vintages of the most trusted source that has any. */
    List<Observation> considered(SeriesKey series, Period period) {
        List<Observation> visible = visible(knowledge.vintages(series).getOrDefault(period, List.of()));
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

    /** The current vintage, which may be a withdrawal. */
    Optional<Observation> current(SeriesKey series, Period period) {
        List<Observation> considered = considered(series, period);
        return considered.isEmpty() ? Optional.empty() : Optional.of(considered.get(considered.size() - 1));
    }

    /** The current vintage, if it has a value. */
    Optional<ReferenceFigure> figure(SeriesKey series, Period period) {
        return current(series, period).flatMap(ReferenceFigure::of);
    }
}
