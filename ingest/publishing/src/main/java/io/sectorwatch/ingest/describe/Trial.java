package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.mapping.Mapped;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What mappings would make of a source. */
final class Trial implements Mapped {
    /** Beyond so many, series are only said to be more. */
    static final int MOST_SERIES = 50_000;

    private static final int MOST_REASONS = 5;
    private static final int MOST_FIGURES = 100_000;

    private final Map<String, Harvest> harvests = new TreeMap<>();
    private final List<Rejection> first = new ArrayList<>();
    private final Map<Said, BigDecimal> figures = new HashMap<>();
    private final Set<Mapping> used = new LinkedHashSet<>();
    private long rejected;
    private long contradictions;

    /** Of what a figure is. */
    private record Said(SeriesKey series, Period period, Instant published) {}

    /** What one mapping would make of it. */
    static final class Harvest {
        private final Set<SeriesKey> series = new HashSet<>();
        private long observations;
        private long missing;
        private long policies;

        private void add(Message fact) {
            if (!(fact instanceof Observation observation)) {
                policies++;
            } else if (observation.value() == null) {
                missing++;
            } else {
                observations++;
                if (series.size() < MOST_SERIES) {
                    series.add(observation.series());
                }
            }
        }

        int series() {
            return series.size();
        }

        long observations() {
            return observations;
        }

        long missing() {
            return missing;
        }

        long policies() {
            return policies;
        }
    }

    @Override
    public void fact(Mapping mapping, @Nullable Instant published, Message fact, Row row) {
        harvests.computeIfAbsent(mapping.name(), next -> new Harvest()).add(fact);
        used.add(mapping);
        if (fact instanceof Observation observation && observation.value() != null) {
            compare(observation, observation.value());
        }
    }

    private void compare(Observation observation, BigDecimal value) {
        Said said = new Said(observation.series(), observation.period(), observation.published());
        BigDecimal before = figures.get(said);
        if (before == null && figures.size() < MOST_FIGURES) {
            figures.put(said, value);
        } else if (before != null && before.compareTo(value) != 0) {
            contradictions++;
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected++;
        if (first.size() < MOST_REASONS
                && first.stream().noneMatch(one -> one.reason().equals(rejection.reason()))) {
            first.add(rejection);
        }
    }

    /** By the name of the mapping. */
    Map<String, Harvest> harvests() {
        return harvests;
    }

    /** The one mapping that made all facts; empty where several did, or there are none. */
    Optional<Mapping> onlyMapping() {
        return used.size() == 1 ? used.stream().findFirst() : Optional.empty();
    }

    /** Number of areas with a figure, of the first series. */
    long areas() {
        return harvests.values().stream()
                .flatMap(harvest -> harvest.series.stream())
                .map(SeriesKey::area)
                .distinct()
                .count();
    }

    /** Number of figures, of observations and not of events. */
    long observations() {
        return harvests.values().stream().mapToLong(Harvest::observations).sum();
    }

    /** How many figures are others than one that was given of the same before, as far as that is remembered. */
    long contradictions() {
        return contradictions;
    }

    long rejected() {
        return rejected;
    }

    /** The first rejection of each of the first different reasons. */
    List<Rejection> firstRejections() {
        return first;
    }
}
