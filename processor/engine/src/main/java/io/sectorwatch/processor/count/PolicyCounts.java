package io.sectorwatch.processor.count;

import io.sectorwatch.processor.count.PolicyVersions.Contribution;
import io.sectorwatch.processor.count.PolicyVersions.Version;
import io.sectorwatch.processor.series.SeriesHistory;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts policy events by area, sector, year and month. A count is a figure like any other: at every moment at which an
 * event is added to a period or taken back, it has a new vintage. Periods without an event count 0 up to the newest
 * known time.
 */
public final class PolicyCounts {
    /** The source of what is counted. */
    public static final String SOURCE = "derived";

    private static final int MOST_EVIDENCE = 32;
    private static final PolicyVersions NONE = new PolicyVersions();

    private final Map<String, PolicyVersions> policies = new TreeMap<>();
    private final Map<SeriesKey, Counted> counted = new TreeMap<>();
    private final Function<SeriesKey, SeriesHistory> histories;

    /**
     * Where an event has changed a derived series.
     *
     * @param first the first period changed; Integer.MAX_VALUE where none is
     * @param newPeriod whether it was the first event of one of its periods
     * @param revised whether one of its periods had a count before
     * @param timePassed whether its periods without an event reach to another one than before
     */
    public record Change(SeriesKey series, int first, boolean newPeriod, boolean revised, boolean timePassed) {}

    /** Takes the histories of the derived series from where they are kept. */
    public PolicyCounts(Function<SeriesKey, SeriesHistory> histories) {
        this.histories = histories;
    }

    /** Counts an event, or a version of it; what has changed by it, nothing for a known one. */
    public List<Change> add(PolicyEvent event, long tick) {
        PolicyVersions versions = policies.computeIfAbsent(event.id(), id -> new PolicyVersions());
        Map<Cell, List<Contribution>> before = versions.contributions();
        Version version = PolicyVersions.version(event);
        if (!versions.add(version)) {
            return List.of();
        }
        for (Cell cell : Cell.of(event)) {
            period(cell).versions().add(version);
        }
        return changed(before, versions.contributions(), tick);
    }

    /** Counts as if a version had never been known; what has changed by it. */
    public List<Change> remove(PolicyEvent event, long tick) {
        PolicyVersions versions = policies.computeIfAbsent(event.id(), id -> new PolicyVersions());
        Map<Cell, List<Contribution>> before = versions.contributions();
        Version version = PolicyVersions.version(event);
        versions.remove(version);
        for (Cell cell : Cell.of(event)) {
            period(cell).versions().remove(version);
        }
        return changed(before, versions.contributions(), tick);
    }

    /** The version that a fact's id names; null where none is known. */
    public @Nullable PolicyEvent find(String fact) {
        for (PolicyVersions versions : policies.values()) {
            for (Version version : versions.all()) {
                if (version.fact().equals(fact)) {
                    return version.event();
                }
            }
        }
        return null;
    }

    /** The derived series that a version of an event counts in, or in which it takes back what one of others counted. */
    public static Set<SeriesKey> concernedBy(PolicyEvent version, Collection<PolicyEvent> others) {
        Version newest = PolicyVersions.version(version);
        Set<SeriesKey> series = new TreeSet<>();
        Cell.of(version).forEach(cell -> series.add(cell.series()));
        for (PolicyEvent other : others) {
            if (PolicyVersions.version(other).compareTo(newest) < 0) {
                Cell.of(other).forEach(cell -> series.add(cell.series()));
            }
        }
        return series;
    }

    /** Lets time pass: the series that now have further periods without an event, and the first of these. */
    public List<Change> tick(long tick) {
        List<Change> changes = new ArrayList<>();
        counted.forEach((series, count) -> {
            int reached = count.zeroUpTo;
            int first = fill(series, count, tick);
            if (first != Integer.MAX_VALUE || count.zeroUpTo != reached) {
                changes.add(new Change(series, first, false, false, true));
            }
        });
        return changes;
    }

    /** Ids of the newest events that a count of a period and moment is made of. */
    public List<String> evidence(SeriesKey series, int period, long published) {
        Counted count = counted.get(series);
        CountedPeriod its = count == null ? null : count.periods.get(period);
        List<String> facts = new ArrayList<>();
        if (its != null) {
            Instant at = Instant.ofEpochMilli(published);
            for (Version version : its.versions().descendingSet()) {
                if (!version.event().published().isAfter(at)
                        && policies.getOrDefault(version.event().id(), NONE).held(version, at)) {
                    facts.add(version.fact());
                    if (facts.size() == MOST_EVIDENCE) {
                        break;
                    }
                }
            }
        }
        return facts;
    }

    /** The version that holds of every policy, by id. */
    public Collection<PolicyEvent> current() {
        List<PolicyEvent> holding = new ArrayList<>();
        for (PolicyVersions versions : policies.values()) {
            PolicyEvent current = versions.current();
            if (current != null) {
                holding.add(current);
            }
        }
        return holding;
    }

    /** All versions of a policy, the newest last. */
    public List<PolicyEvent> versions(String id) {
        return policies.getOrDefault(id, NONE).all().stream()
                .map(Version::event)
                .toList();
    }

    private CountedPeriod period(Cell cell) {
        return counted.computeIfAbsent(cell.series(), key -> new Counted())
                .period(cell.period().ordinal());
    }

    private List<Change> changed(Map<Cell, List<Contribution>> before, Map<Cell, List<Contribution>> after, long tick) {
        SortedMap<Cell, Instant> since = new TreeMap<>();
        for (Map<Cell, List<Contribution>> either : List.of(before, after)) {
            for (Cell cell : either.keySet()) {
                Instant moment = difference(before.getOrDefault(cell, List.of()), after.getOrDefault(cell, List.of()));
                if (moment != null) {
                    since.put(cell, moment);
                }
            }
        }
        Map<SeriesKey, SortedMap<Integer, Instant>> bySeries = new TreeMap<>();
        since.forEach((cell, moment) -> {
            CountedPeriod period = period(cell);
            period.apply(before.getOrDefault(cell, List.of()), -1);
            period.apply(after.getOrDefault(cell, List.of()), 1);
            bySeries.computeIfAbsent(cell.series(), key -> new TreeMap<>())
                    .put(cell.period().ordinal(), moment);
        });
        List<Change> changes = new ArrayList<>();
        bySeries.forEach((series, periods) -> changes.add(recount(series, periods, tick)));
        return changes;
    }

    private static @Nullable Instant difference(List<Contribution> before, List<Contribution> after) {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        Instant was = same < before.size() ? before.get(same).at() : null;
        Instant is = same < after.size() ? after.get(same).at() : null;
        return was == null || is != null && is.isBefore(was) ? is : was;
    }

    private Change recount(SeriesKey series, SortedMap<Integer, Instant> since, long tick) {
        Counted count = counted.computeIfAbsent(series, key -> new Counted());
        SeriesHistory history = histories.apply(series);
        boolean newPeriod = false;
        boolean revised = false;
        boolean shrinks = false;
        for (var change : since.entrySet()) {
            int period = change.getKey();
            boolean was = count.counted.contains(period);
            newPeriod |= !was;
            long known = was ? history.published(history.end(period) - 1) : Long.MIN_VALUE;
            revised |= recount(history, count, period, was ? change.getValue() : Instant.MIN) && was;
            boolean is = count.counted.contains(period);
            long now = is ? history.published(history.end(period) - 1) : Long.MIN_VALUE;
            shrinks |= now < known;
            count.knownAt = Math.max(count.knownAt, now);
        }
        if (shrinks) {
            count.knownAt = newest(history, count);
        }
        int first = since.firstKey();
        int foldedFrom = history.foldsFrom();
        history.foldFrom(firstWithEvent(history, count));
        if (history.foldsFrom() != foldedFrom) {
            first = Math.min(first, Math.min(foldedFrom, history.foldsFrom()));
        }
        int reached = count.zeroUpTo;
        first = Math.min(first, Math.min(empty(series, count, tick), fill(series, count, tick)));
        return new Change(series, first, newPeriod, revised, count.zeroUpTo != reached);
    }

    /** Counts a period again from a moment on; whether it says anything else now. */
    private static boolean recount(SeriesHistory history, Counted count, int period, Instant since) {
        boolean anew = since.equals(Instant.MIN);
        long from = anew ? Long.MIN_VALUE : since.toEpochMilli();
        List<Integer> was = anew ? new ArrayList<>() : before(history, period, from);
        int before = was.isEmpty() ? 0 : was.get(0);
        List<Integer> is = new ArrayList<>(was);
        for (int row = history.start(period); row < history.end(period); row++) {
            if (history.published(row) >= from) {
                say(was, events(history, row));
            }
        }
        List<Observation> vintages = new ArrayList<>();
        for (CountedPeriod.Count one : count.period(period).from(since, before)) {
            vintages.add(count(history.key(), period, one.events(), one.at()));
            say(is, one.events());
        }
        history.replace(period, from, vintages);
        if (history.start(period) < history.end(period)) {
            count.counted.add(period);
        } else {
            count.counted.remove(period);
            // It may lie between others, and is 0 then.
            count.filledFrom = Integer.MAX_VALUE;
        }
        return !was.equals(is);
    }

    private static void say(List<Integer> said, int events) {
        if (said.isEmpty() || said.get(said.size() - 1) != events) {
            said.add(events);
        }
    }

    private static int events(SeriesHistory history, int row) {
        BigDecimal value = history.value(row);
        return value == null ? 0 : value.intValueExact();
    }

    private static List<Integer> before(SeriesHistory history, int period, long published) {
        List<Integer> before = new ArrayList<>();
        for (int row = history.end(period) - 1; row >= 0 && history.period(row) == period; row--) {
            if (history.published(row) < published) {
                before.add(events(history, row));
                break;
            }
        }
        return before;
    }

    private static int firstWithEvent(SeriesHistory history, Counted count) {
        for (int period : count.counted) {
            BigDecimal events = history.value(history.end(period) - 1);
            if (events != null && events.signum() > 0) {
                return period;
            }
        }
        return Integer.MAX_VALUE;
    }

    // The periods between the first with an event and the known time: they have a count too, and it is 0.
    private int fill(SeriesKey series, Counted count, long tick) {
        int first = Integer.MAX_VALUE;
        if (count.counted.isEmpty()) {
            return first;
        }
        int last = lastKnown(series, count, tick);
        int from = count.counted.first();
        if (last != count.zeroUpTo) {
            int changed = Math.min(last, count.zeroUpTo);
            if (changed < from - 1) {
                first = Math.max(changed, Integer.MIN_VALUE + 1) + 1;
            }
            count.zeroUpTo = last;
            histories.apply(series).zeroUpTo(last);
        }
        if (last < from || from >= count.filledFrom && last <= count.filledTo) {
            return first;
        }
        SeriesHistory history = histories.apply(series);
        for (int period = from; period <= last; period++) {
            if (period == count.filledFrom && count.filledTo >= period) {
                period = Math.min(count.filledTo, last);
            } else if (history.start(period) == history.end(period)) {
                history.replace(
                        period,
                        Long.MIN_VALUE,
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
        // Of a series in which nothing was ever counted no period is known.
        int last = count.counted.isEmpty() ? Integer.MIN_VALUE : lastKnown(series, count, tick);
        SeriesHistory history = histories.apply(series);
        int first = Integer.MAX_VALUE;
        int from = history.size() == 0 ? Integer.MAX_VALUE : last < history.period(0) ? history.period(0) : last + 1;
        for (int period = from; period <= count.filledTo; period++) {
            if (!count.counted.contains(period) && history.start(period) < history.end(period)) {
                history.replace(period, Long.MIN_VALUE, List.of());
                first = Math.min(first, period);
            }
        }
        count.filledTo = Math.min(count.filledTo, last);
        if (count.counted.isEmpty()) {
            count.zeroUpTo = last;
            history.zeroUpTo(last);
        }
        return first;
    }

    private static int lastKnown(SeriesKey series, Counted count, long tick) {
        long at = Math.max(count.knownAt, tick);
        if (at == Long.MIN_VALUE) {
            return Integer.MIN_VALUE;
        }
        LocalDate known = Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate();
        return Period.containing(known, series.frequency()).ordinal();
    }

    // The newest moment at which anything was counted in or out. It can be an earlier one after a version that came
    // late.
    private static long newest(SeriesHistory history, Counted count) {
        long newest = Long.MIN_VALUE;
        for (int period : count.counted) {
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
        private final SortedMap<Integer, CountedPeriod> periods = new TreeMap<>();
        // Those with an event, or with one that was moved away.
        private final SortedSet<Integer> counted = new TreeSet<>();
        private long knownAt = Long.MIN_VALUE;
        private int filledFrom = Integer.MAX_VALUE;
        private int filledTo = Integer.MIN_VALUE;
        private int zeroUpTo = Integer.MIN_VALUE;

        CountedPeriod period(int ordinal) {
            return periods.computeIfAbsent(ordinal, key -> new CountedPeriod());
        }
    }
}
