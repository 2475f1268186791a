package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that is known at one point of the stream, as series of periods of vintages in their order. */
final class Knowledge {
    private final SortedMap<SeriesKey, NavigableMap<Period, List<Observation>>> stated = new TreeMap<>();
    private final ReferencePolicyCounts counts;
    private final List<Instant> ticks;
    private final Map<SeriesKey, Instant> corrected;

    Knowledge(
            List<Observation> observations,
            List<PolicyEvent> policies,
            List<Instant> ticks,
            Map<SeriesKey, Instant> corrected) {
        this.ticks = ticks;
        this.corrected = corrected;
        counts = new ReferencePolicyCounts(policies);
        observations.forEach(this::state);
        counts.vintages().forEach(this::state);
        stated.values().forEach(periods -> periods.values().forEach(ofOne -> ofOne.sort(Vintages.ORDER)));
    }

    private void state(Observation vintage) {
        stated.computeIfAbsent(vintage.series(), series -> new TreeMap<>())
                .computeIfAbsent(vintage.period(), period -> new ArrayList<>())
                .add(vintage);
    }

    SortedSet<SeriesKey> series() {
        return new TreeSet<>(stated.keySet());
    }

    /** What observations and policy events say of a series, without the zeros of quiet periods. */
    NavigableMap<Period, List<Observation>> stated(SeriesKey series) {
        return stated.getOrDefault(series, new TreeMap<>());
    }

    /** The periods of which a series says something else than it did before. */
    List<Period> changedSince(Knowledge before, SeriesKey series) {
        SortedSet<Period> periods = new TreeSet<>(stated(series).keySet());
        periods.addAll(before.stated(series).keySet());
        return periods.stream()
                .filter(period -> !stated(series)
                        .getOrDefault(period, List.of())
                        .equals(before.stated(series).getOrDefault(period, List.of())))
                .toList();
    }

    /** What there is of a series in a period; a count is 0 in every quiet period that has begun. */
    List<Observation> vintages(SeriesKey series, Period period) {
        List<Observation> here = stated(series).getOrDefault(period, List.of());
        boolean quiet = here.isEmpty() && isCount(series) && period.compareTo(lastBegun(series)) <= 0;
        return quiet ? List.of(ReferencePolicyCounts.count(series, period, 0, period.startsAt())) : here;
    }

    /** What a fold goes over, in order: of a count from the first event that still counts. */
    NavigableSet<Period> periods(SeriesKey series) {
        if (!isCount(series)) {
            return stated(series).navigableKeySet();
        }
        NavigableSet<Period> periods = new TreeSet<>();
        NavigableMap<Period, List<PolicyEvent>> counting = counts.counting(series);
        if (!counting.isEmpty()) {
            Period first = counting.firstKey();
            periods.addAll(stated(series).tailMap(first, true).keySet());
            for (Period period = first; period.compareTo(lastBegun(series)) <= 0; period = period.plus(1)) {
                periods.add(period);
            }
        }
        return periods;
    }

    /** The periods of a series up to one, the last first; of a count those that are enough to find the last. */
    NavigableSet<Period> periodsUpTo(SeriesKey series, Period last) {
        NavigableSet<Period> periods =
                new TreeSet<>(stated(series).headMap(last, true).keySet());
        if (isCount(series)) {
            Period begun = lastBegun(series);
            periods.add(begun.compareTo(last) < 0 ? begun : last);
        }
        return periods.descendingSet();
    }

    /** The last period of a series that has begun, as far as it knows of time. */
    Period lastBegun(SeriesKey series) {
        return Period.containing(knownTime(series).atZone(ZoneOffset.UTC).toLocalDate(), series.frequency());
    }

    /** Whether a series is one that events were counted in. */
    boolean isCount(SeriesKey series) {
        return Partitions.isDerived(series.indicator()) && stated.containsKey(series);
    }

    /** The newest moment the series knows of: its own vintages' and the ticks'. */
    Instant knownTime(SeriesKey series) {
        return later(newestTick(), newestPublished(series));
    }

    /** The beginning of time before the first one. */
    Instant newestTick() {
        return ticks.stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** The beginning of time where nothing is known of the series. */
    Instant newestPublished(SeriesKey series) {
        return stated(series).values().stream()
                .flatMap(Collection::stream)
                .map(Observation::published)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** When a fact of the series was last corrected; the beginning of time where none was. */
    Instant newestCorrection(SeriesKey series) {
        return corrected.getOrDefault(series, Instant.EPOCH);
    }

    /** Whether an observation is known, and not void. */
    boolean knows(SeriesKey series, String observation) {
        return stated(series).values().stream()
                .flatMap(Collection::stream)
                .anyMatch(vintage -> FactId.of(vintage).equals(observation));
    }

    /** The facts that a vintage is, or that are counted in it by now. */
    FactsNamed facts(Observation vintage) {
        SeriesKey series = vintage.series();
        return isCount(series)
                ? FactsNamed.ofCount(counts.counting(series).getOrDefault(vintage.period(), List.of()))
                : FactsNamed.of(FactId.of(vintage));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
