package io.sectorwatch.processor.count;

import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Counts policy events by area, sector, year and month. A count is a figure like any other: at every moment at which an
 * event is added to a period or taken back, it has a new vintage. Periods without an event count 0 up to the newest
 * known time.
 */
public final class PolicyCounts {
    /** The source of what is counted. */
    public static final String SOURCE = "derived";

    private final Map<String, PolicyVersions> policies = new TreeMap<>();
    private final Map<SeriesKey, Counted> counted = new TreeMap<>();
    private final Function<SeriesKey, SeriesHistory> histories;

    /** Where an event has changed a derived series: the first period changed, and those that had no count before. */
    public record Change(SeriesKey series, int first, boolean newPeriod) {}

    /** Takes the histories of the derived series from where they are kept. */
    public PolicyCounts(Function<SeriesKey, SeriesHistory> histories) {
        this.histories = histories;
    }

    /** Counts an event, or a version of it; what has changed by it, nothing for a known one. */
    public List<Change> add(PolicyEvent event, long tick) {
        PolicyVersions versions = policies.computeIfAbsent(event.id(), id -> new PolicyVersions());
        if (!versions.add(event)) {
            return List.of();
        }
        // A version that comes late may take the place of another in its cells: those of all versions are told anew.
        Set<Cell> cells = new LinkedHashSet<>();
        versions.all().forEach(version -> cells.addAll(Cell.of(version)));
        Map<SeriesKey, SortedSet<Integer>> touched = new TreeMap<>();
        for (Cell cell : cells) {
            touched.computeIfAbsent(cell.series(), key -> new TreeSet<>())
                    .add(cell.period().ordinal());
        }
        List<Change> changes = new ArrayList<>();
        touched.forEach((series, periods) -> {
            Counted count = counted.computeIfAbsent(series, key -> new Counted());
            boolean newPeriod = false;
            int first = Integer.MAX_VALUE;
            for (int period : periods) {
                boolean was = count.events.containsKey(period);
                count.events.computeIfAbsent(period, key -> new TreeSet<>()).add(event.id());
                List<Observation> vintages =
                        vintages(series, period, count.events.getOrDefault(period, Collections.emptySortedSet()));
                if (!vintages.equals(vintagesNow(series, period)) || !was) {
                    histories.apply(series).replace(period, vintages);
                    newPeriod |= !was;
                    first = Math.min(first, period);
                }
            }
            count.knownAt = newest(series, count);
            first = Math.min(first, Math.min(empty(series, count, tick), fill(series, count, tick)));
            if (first != Integer.MAX_VALUE) {
                changes.add(new Change(series, first, newPeriod));
            }
        });
        return changes;
    }

    /** Lets time pass: the series that now have further periods without an event, and the first of these. */
    public List<Change> tick(long tick) {
        List<Change> changes = new ArrayList<>();
        counted.forEach((series, count) -> {
            int first = fill(series, count, tick);
            if (first != Integer.MAX_VALUE) {
                changes.add(new Change(series, first, false));
            }
        });
        return changes;
    }

    /** Ids of the events counted in a period at a moment, sorted. */
    public List<String> evidence(SeriesKey series, int period, long at) {
        Counted count = counted.get(series);
        SortedSet<String> ids = new TreeSet<>();
        if (count != null) {
            for (String id : count.events.getOrDefault(period, Collections.emptySortedSet())) {
                PolicyEvent holding = null;
                for (PolicyEvent version : versions(id)) {
                    holding = version.published().toEpochMilli() <= at ? version : holding;
                }
                if (holding != null && Cell.of(holding).contains(new Cell(series, period(series, period)))) {
                    ids.add(Envelope.idOf(holding));
                }
            }
        }
        return List.copyOf(ids);
    }

    /** The version that holds of every policy, by id. */
    public Collection<PolicyEvent> current() {
        return policies.values().stream().map(PolicyVersions::current).toList();
    }

    /** All versions of a policy, the newest last. */
    public List<PolicyEvent> versions(String id) {
        PolicyVersions versions = policies.get(id);
        return versions == null ? List.of() : versions.all();
    }

    private List<Observation> vintagesNow(SeriesKey series, int period) {
        SeriesHistory history = histories.apply(series);
        List<Observation> rows = new ArrayList<>();
        for (int row = history.start(period); row < history.end(period); row++) {
            rows.add(history.observation(row));
        }
        return rows;
    }

    private List<Observation> vintages(SeriesKey series, int period, SortedSet<String> ids) {
        Cell cell = new Cell(series, period(series, period));
        NavigableMap<Instant, Integer> changes = new TreeMap<>();
        for (String id : ids) {
            boolean counts = false;
            for (PolicyEvent version : versions(id)) {
                boolean now = Cell.of(version).contains(cell);
                if (now || counts) {
                    changes.merge(version.published(), (now ? 1 : 0) - (counts ? 1 : 0), Integer::sum);
                }
                counts = now;
            }
        }
        List<Observation> vintages = new ArrayList<>();
        int sum = 0;
        for (Map.Entry<Instant, Integer> change : changes.entrySet()) {
            sum += change.getValue();
            vintages.add(count(series, period, sum, change.getKey()));
        }
        return vintages;
    }

    // The periods between the first with an event and the known time: they have a count too, and it is 0.
    private int fill(SeriesKey series, Counted count, long tick) {
        int last = lastKnown(series, count, tick);
        int first = Integer.MAX_VALUE;
        int from = count.events.firstKey();
        if (from >= count.filledFrom && last <= count.filledTo) {
            return first;
        }
        SeriesHistory history = histories.apply(series);
        for (int period = from; period <= last; period++) {
            if (history.start(period) == history.end(period)) {
                history.replace(
                        period,
                        List.of(count(series, period, 0, period(series, period).startsAt())));
                first = Math.min(first, period);
            }
        }
        count.filledFrom = Math.min(count.filledFrom, from);
        count.filledTo = Math.max(count.filledTo, last);
        return first;
    }

    // Periods that are no longer known to be over have no count.
    private int empty(SeriesKey series, Counted count, long tick) {
        int last = lastKnown(series, count, tick);
        SeriesHistory history = histories.apply(series);
        int first = Integer.MAX_VALUE;
        for (int period = last + 1; period <= count.filledTo; period++) {
            if (!count.events.containsKey(period) && history.start(period) < history.end(period)) {
                history.replace(period, List.of());
                first = Math.min(first, period);
            }
        }
        count.filledTo = Math.min(count.filledTo, last);
        return first;
    }

    private static int lastKnown(SeriesKey series, Counted count, long tick) {
        LocalDate known = Instant.ofEpochMilli(Math.max(count.knownAt, tick))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        return Period.containing(known, series.frequency()).ordinal();
    }

    // The newest moment at which anything was counted in or out. It can be an earlier one after a version that came
    // late.
    private long newest(SeriesKey series, Counted count) {
        SeriesHistory history = histories.apply(series);
        long newest = Long.MIN_VALUE;
        for (int period : count.events.keySet()) {
            newest = Math.max(newest, history.published(history.end(period) - 1));
        }
        return newest;
    }

    private static Observation count(SeriesKey series, int period, int count, Instant published) {
        return new Observation(
                series,
                period(series, period),
                BigDecimal.valueOf(count),
                null,
                null,
                Observation.NORMAL,
                published,
                new Source(SOURCE, null, null),
                null);
    }

    private static Period period(SeriesKey series, int ordinal) {
        return new Period(series.frequency(), ordinal);
    }

    private static final class Counted {
        private final SortedMap<Integer, SortedSet<String>> events = new TreeMap<>();
        private long knownAt = Long.MIN_VALUE;
        private int filledFrom = Integer.MAX_VALUE;
        private int filledTo = Integer.MIN_VALUE;
    }
}
