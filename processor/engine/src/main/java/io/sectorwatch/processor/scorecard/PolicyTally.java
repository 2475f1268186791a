package io.sectorwatch.processor.scorecard;

import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Scorecard.Counts;
import io.sectorwatch.schemas.message.Scorecard.Policies;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up policy events, in all and of the twelve months that end with a moment. Not thread-safe. */
final class PolicyTally {
    private static final int TRAILING_MONTHS = 12;

    private final int month;
    private final Sum trailing = new Sum();
    private final Sum total = new Sum();

    PolicyTally(Instant until) {
        month = Period.containing(until.atZone(ZoneOffset.UTC).toLocalDate(), Frequency.M)
                .ordinal();
    }

    /** Adds what the slices of an area and sector count. */
    void add(SortedMap<String, Scorecard> slices) {
        slices.tailMap(Slice.POLICIES).forEach((part, card) -> {
            if (part.startsWith(Slice.POLICIES)) {
                Counts counts = card.policies().total();
                total.add(counts);
                if (isTrailing(part.substring(Slice.POLICIES.length()))) {
                    trailing.add(counts);
                }
            }
        });
    }

    Policies policies() {
        return new Policies(trailing.counts(), total.counts());
    }

    private boolean isTrailing(String of) {
        if (of.isEmpty()) {
            return false;
        }
        int ordinal = Period.parse(of).ordinal();
        return ordinal <= month && ordinal > month - TRAILING_MONTHS;
    }

    private static final class Sum {
        private final SortedMap<String, Integer> kinds = new TreeMap<>();
        private final SortedMap<String, Integer> stances = new TreeMap<>();
        private int events;

        void add(Counts counts) {
            events += counts.events();
            counts.kinds().forEach((kind, number) -> kinds.merge(kind, number, Integer::sum));
            counts.stances().forEach((stance, number) -> stances.merge(stance, number, Integer::sum));
        }

        Counts counts() {
            return new Counts(events, kinds, stances);
        }
    }
}
