package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The series counted from policy events, as far as events count in them: without the zeros of quiet periods. */
final class ReferencePolicyCounts {
    private static final Source DERIVED = new Source("derived", null, null);
    private static final int DAYS_FROM_MONDAY_TO_THURSDAY = 3;

    private static final Comparator<PolicyEvent> ORDER =
            Comparator.comparing(PolicyEvent::published).thenComparing(FactId::of);

    private final List<Observation> vintages = new ArrayList<>();
    private final SortedMap<SeriesKey, NavigableMap<Period, List<PolicyEvent>>> counting = new TreeMap<>();

    /** A version of an event, which counts from its publication until the next version's. */
    private record Counting(PolicyEvent version, @Nullable Instant until) {
        boolean countsAt(Instant moment) {
            return !version.published().isAfter(moment) && (until == null || moment.isBefore(until));
        }
    }

    ReferencePolicyCounts(List<PolicyEvent> versions) {
        SortedMap<SeriesKey, SortedMap<Period, List<Counting>>> touched = new TreeMap<>();
        for (Counting one : countings(versions)) {
            for (SeriesKey series : series(one.version)) {
                Period period = period(one.version.occurred(), series.frequency());
                touched.computeIfAbsent(series, s -> new TreeMap<>())
                        .computeIfAbsent(period, p -> new ArrayList<>())
                        .add(one);
                if (one.until == null) {
                    counting.computeIfAbsent(series, s -> new TreeMap<>())
                            .computeIfAbsent(period, p -> new ArrayList<>())
                            .add(one.version);
                }
            }
        }
        touched.forEach(
                (series, periods) -> periods.forEach((period, here) -> vintages.addAll(counts(series, period, here))));
    }

    /** All vintages of all counts, one of each moment. */
    List<Observation> vintages() {
        return vintages;
    }

    /** The periods of a series with events that count by now, and these. */
    NavigableMap<Period, List<PolicyEvent>> counting(SeriesKey series) {
        return counting.getOrDefault(series, new TreeMap<>());
    }

    /** The series that a version of an event counts in, or in which it takes back what an older one counted. */
    static SortedSet<SeriesKey> concernedBy(PolicyEvent version, Collection<PolicyEvent> versions) {
        SortedSet<SeriesKey> concerned = new TreeSet<>();
        versions.stream()
                .filter(other -> other.id().equals(version.id()) && ORDER.compare(other, version) <= 0)
                .forEach(other -> concerned.addAll(series(other)));
        return concerned;
    }

    private static List<Counting> countings(List<PolicyEvent> versions) {
        List<Counting> countings = new ArrayList<>();
        for (List<PolicyEvent> ofOne : byId(versions)) {
            for (int i = 0; i < ofOne.size(); i++) {
                Instant until = i + 1 < ofOne.size() ? ofOne.get(i + 1).published() : null;
                countings.add(new Counting(ofOne.get(i), until));
            }
        }
        return countings;
    }

    /** Of each event its versions in their order. */
    private static Collection<List<PolicyEvent>> byId(List<PolicyEvent> versions) {
        Map<String, List<PolicyEvent>> byId = new TreeMap<>();
        for (PolicyEvent version : versions) {
            byId.computeIfAbsent(version.id(), id -> new ArrayList<>()).add(version);
        }
        byId.values().forEach(ofOne -> ofOne.sort(ORDER));
        return byId.values();
    }

    private static List<Observation> counts(SeriesKey series, Period period, List<Counting> here) {
        SortedSet<Instant> moments = new TreeSet<>();
        for (Counting counting : here) {
            moments.add(counting.version.published());
            if (counting.until != null) {
                moments.add(counting.until);
            }
        }
        List<Observation> counts = new ArrayList<>();
        for (Instant moment : moments) {
            long count =
                    here.stream().filter(counting -> counting.countsAt(moment)).count();
            counts.add(count(series, period, count, moment));
        }
        return counts;
    }

    static Observation count(SeriesKey series, Period period, long count, Instant published) {
        return new Observation(
                series, period, BigDecimal.valueOf(count), null, null, Observation.NORMAL, published, DERIVED, null);
    }

    private static List<SeriesKey> series(PolicyEvent version) {
        List<String> indicators = List.of(
                Partitions.POLICY_ACTIVITY,
                Partitions.POLICY_ACTIVITY + "." + version.kind(),
                Partitions.POLICY_STANCE + "." + version.stance());
        List<SeriesKey> series = new ArrayList<>();
        for (String indicator : indicators) {
            for (String sector : version.sectors()) {
                series.add(new SeriesKey(indicator, version.area(), sector, Frequency.A));
                Frequency precision = version.occurred().frequency();
                if (precision == Frequency.M || precision == Frequency.D) {
                    series.add(new SeriesKey(indicator, version.area(), sector, Frequency.M));
                }
            }
        }
        return series;
    }

    private static Period period(Period occurred, Frequency frequency) {
        LocalDate day = occurred.frequency() == Frequency.W
                ? occurred.start().plusDays(DAYS_FROM_MONDAY_TO_THURSDAY)
                : occurred.start();
        return Period.containing(day, frequency);
    }

    private ReferencePolicyCounts() {}
}
