package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that is known at one point of the stream, as series of periods of vintages in their order. */
final class Knowledge {
    private final SortedMap<SeriesKey, NavigableMap<Period, List<Observation>>> stated = new TreeMap<>();
    private final SortedMap<SeriesKey, NavigableMap<Period, List<Observation>>> vintages = new TreeMap<>();
    private final List<Instant> ticks;

    Knowledge(List<Observation> observations, List<PolicyEvent> policies, List<Instant> ticks) {
        this.ticks = ticks;
        observations.forEach(this::state);
        ReferencePolicyCounts.of(policies).forEach(this::state);
        stated.forEach((series, periods) -> {
            periods.values().forEach(ofOne -> ofOne.sort(Vintages.ORDER));
            vintages.put(series, Partitions.isDerived(series.indicator()) ? withZeros(series, periods) : periods);
        });
    }

    private void state(Observation vintage) {
        stated.computeIfAbsent(vintage.series(), series -> new TreeMap<>())
                .computeIfAbsent(vintage.period(), period -> new ArrayList<>())
                .add(vintage);
    }

    private NavigableMap<Period, List<Observation>> withZeros(
            SeriesKey series, NavigableMap<Period, List<Observation>> periods) {
        NavigableMap<Period, List<Observation>> all = new TreeMap<>(periods);
        Period last = Period.containing(knownTime(series).atZone(ZoneOffset.UTC).toLocalDate(), series.frequency());
        for (Period period = periods.firstKey(); period.compareTo(last) <= 0; period = period.plus(1)) {
            all.putIfAbsent(period, List.of(ReferencePolicyCounts.count(series, period, 0, period.startsAt())));
        }
        return all;
    }

    SortedSet<SeriesKey> series() {
        return new TreeSet<>(vintages.keySet());
    }

    /** What observations and policy events say of a series, without the zeros of quiet periods. */
    NavigableMap<Period, List<Observation>> stated(SeriesKey series) {
        return stated.getOrDefault(series, new TreeMap<>());
    }

    /** All there is of a series. */
    NavigableMap<Period, List<Observation>> vintages(SeriesKey series) {
        return vintages.getOrDefault(series, new TreeMap<>());
    }

    /** The newest moment the series knows of: its own vintages' and the ticks'. */
    Instant knownTime(SeriesKey series) {
        List<Instant> moments = new ArrayList<>(ticks);
        stated(series).values().stream()
                .flatMap(Collection::stream)
                .map(Observation::published)
                .forEach(moments::add);
        return moments.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
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
}
