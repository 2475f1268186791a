package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.mapping.Mapped;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What mappings would make of a source. */
final class Trial implements Mapped {
    /** Beyond so many, series are only said to be more. */
    static final int MOST_SERIES = 50_000;

    private static final int MOST_REASONS = 5;

    private final Map<String, Harvest> harvests = new TreeMap<>();
    private final List<Rejection> first = new ArrayList<>();
    private long rejected;

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

    long rejected() {
        return rejected;
    }

    /** The first rejection of each of the first different reasons. */
    List<Rejection> firstRejections() {
        return first;
    }
}
