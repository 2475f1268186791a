package io.sectorwatch.processor.scorecard;

import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.kind.Benchmark;
import io.sectorwatch.processor.kind.Interval;
import io.sectorwatch.processor.series.Origin;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Scorecard.Counts;
import io.sectorwatch.schemas.message.Scorecard.Gap;
import io.sectorwatch.schemas.message.Scorecard.Line;
import io.sectorwatch.schemas.message.Scorecard.Policies;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Cuts from what an engine knows the slices that scorecards are put together from. */
public final class Slicer {
    private static final Set<String> FORECASTS = Set.of("F");
    private static final Counts NONE = new Counts(0, new TreeMap<>(), new TreeMap<>());

    private final Engine engine;
    private final Map<Sector, Told> toldOf = new HashMap<>();

    public Slicer(Engine engine) {
        this.engine = engine;
    }

    /** The slices that say what is known of some series now. */
    public List<Slice> of(Collection<SeriesKey> series) {
        List<Slice> slices = new ArrayList<>();
        Set<Sector> counted = new LinkedHashSet<>();
        for (SeriesKey key : series) {
            SeriesHistory history = engine.history(key);
            // One whose figures are all void has nothing to show, and that has to be said.
            if (history != null && history.known() != Long.MIN_VALUE) {
                slices.add(new Slice(key.indicator() + '/' + key.frequency(), card(key, history)));
                if (Partitions.isDerived(key.indicator())) {
                    counted.add(new Sector(key.area(), key.sector()));
                }
            }
        }
        if (!counted.isEmpty()) {
            Map<Sector, List<PolicyEvent>> bySector = bySector();
            counted.forEach(sector -> slices.addAll(policies(sector, bySector.getOrDefault(sector, List.of()))));
        }
        return slices;
    }

    /** The policies of which any version is about a sector. */
    private Map<Sector, List<PolicyEvent>> bySector() {
        Map<Sector, List<PolicyEvent>> bySector = new HashMap<>();
        for (PolicyEvent policy : engine.policies()) {
            Set<Sector> its = new LinkedHashSet<>();
            for (PolicyEvent version : engine.versions(policy.id())) {
                version.sectors().forEach(sector -> its.add(new Sector(version.area(), sector)));
            }
            its.forEach(sector ->
                    bySector.computeIfAbsent(sector, none -> new ArrayList<>()).add(policy));
        }
        return bySector;
    }

    private Scorecard card(SeriesKey key, SeriesHistory history) {
        SortedMap<Severity, Integer> open = new TreeMap<>();
        for (Watch watch : engine.watches(key)) {
            if (watch.alert() != null) {
                open.merge(watch.alert().severity(), 1, Integer::sum);
            }
        }
        // Counts of policies have a part of the card to themselves.
        Line line = Partitions.isDerived(key.indicator()) ? null : line(key, history);
        return new Scorecard(
                key.area(),
                key.sector(),
                null,
                line == null ? List.of() : List.of(line),
                new Policies(NONE, NONE),
                open,
                Instant.ofEpochMilli(history.size() > 0 ? history.newest() : history.known()));
    }

    private @Nullable Line line(SeriesKey key, SeriesHistory history) {
        View view = new View(history, null, FORECASTS);
        int row = history.size() == 0 ? View.NONE : view.valuedUpTo(history.lastPeriod());
        BigDecimal value = row == View.NONE ? null : history.value(row);
        if (value == null) {
            return null;
        }
        int before = view.valuedUpTo(history.period(row) - 1);
        BigDecimal previous = before == View.NONE ? null : history.value(before);
        Origin origin = history.origin(row);
        boolean exact = origin.comparator() == null
                && before != View.NONE
                && history.origin(before).comparator() == null;
        return new Line(
                key.indicator(),
                key.frequency(),
                history.periodOf(row),
                value,
                origin.comparator(),
                origin.unit(),
                origin.status(),
                exact ? previous : null,
                exact && previous != null
                        ? Interval.exact(value.subtract(previous)).number()
                        : null,
                gap(key, history.period(row)));
    }

    private @Nullable Gap gap(SeriesKey key, int period) {
        for (Watch watch : engine.watches(key).stream().sorted().toList()) {
            Benchmark benchmark = watch.benchmark();
            Interval gap = benchmark == null ? null : benchmark.gap(watch.views(), period);
            if (benchmark != null && gap != null && gap.number() != null) {
                SeriesHistory other = watch.views().others().get(0).history();
                return new Gap(
                        other.key(), other.periodOf(benchmark.row(watch.views(), period)), gap.number(), gap.bound());
            }
        }
        return null;
    }

    private List<Slice> policies(Sector sector, List<PolicyEvent> policies) {
        SortedMap<String, Counts> byMonth = new TreeMap<>();
        // What was said of a month has to be taken back where all its events are void.
        Told told = toldOf.computeIfAbsent(sector, none -> new Told());
        told.months.forEach(month -> byMonth.put(month, NONE));
        long known = told.known;
        for (PolicyEvent policy : policies) {
            for (PolicyEvent version : engine.versions(policy.id())) {
                if (sector.has(version)) {
                    byMonth.putIfAbsent(month(version), NONE);
                    known = Math.max(known, version.published().toEpochMilli());
                }
            }
            if (sector.has(policy)) {
                byMonth.merge(month(policy), one(policy), Slicer::sum);
            }
        }
        told.months.addAll(byMonth.keySet());
        told.known = known;
        List<Slice> slices = new ArrayList<>();
        for (var month : byMonth.entrySet()) {
            slices.add(new Slice(
                    Slice.POLICIES + month.getKey(),
                    new Scorecard(
                            sector.area,
                            sector.sector,
                            null,
                            List.of(),
                            new Policies(NONE, month.getValue()),
                            new TreeMap<>(),
                            Instant.ofEpochMilli(known))));
        }
        return slices;
    }

    private static Counts sum(Counts one, Counts other) {
        SortedMap<String, Integer> kinds = new TreeMap<>(one.kinds());
        other.kinds().forEach((kind, number) -> kinds.merge(kind, number, Integer::sum));
        SortedMap<String, Integer> stances = new TreeMap<>(one.stances());
        other.stances().forEach((stance, number) -> stances.merge(stance, number, Integer::sum));
        return new Counts(one.events() + other.events(), kinds, stances);
    }

    private static Counts one(PolicyEvent policy) {
        return new Counts(1, new TreeMap<>(Map.of(policy.kind(), 1)), new TreeMap<>(Map.of(policy.stance(), 1)));
    }

    private static String month(PolicyEvent policy) {
        Frequency frequency = policy.occurred().frequency();
        return frequency == Frequency.M || frequency == Frequency.D
                ? Period.containing(policy.occurred().start(), Frequency.M).toString()
                : "";
    }

    /** The months of which anything was said, and the newest knowledge time that was. */
    private static final class Told {
        private final Set<String> months = new TreeSet<>();
        private long known = Long.MIN_VALUE;
    }

    private record Sector(String area, String sector) {
        boolean has(PolicyEvent policy) {
            return policy.area().equals(area) && policy.sectors().contains(sector);
        }
    }
}
