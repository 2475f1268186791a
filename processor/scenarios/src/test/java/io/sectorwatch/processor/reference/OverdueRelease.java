package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the next release of a series is late. */
final class OverdueRelease {
    /** An alert that is open already keeps the period it began with. */
    static ReferenceFinding find(
            ReferenceRule rule,
            ReferenceWhen.Overdue when,
            SeriesKey series,
            Knowledge knowledge,
            @Nullable Open stated) {
        Sight sight = rule.sight(knowledge);
        List<Observation> newest = newest(sight, series);
        Optional<LocalDate> due = newest.stream()
                .map(Observation::nextRelease)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(day -> isLate(day.plus(when.after()), knowledge.knownTime(series)));
        return new ReferenceFinding(
                List.of(),
                due.map(day -> new Open(evidence(rule, series, sight, stated), announcing(day, newest, knowledge))));
    }

    /** Those of the newest moment, of all that count in any period. */
    private static List<Observation> newest(Sight sight, SeriesKey series) {
        List<Observation> all = sight.knownPeriods(series).stream()
                .map(period -> sight.considered(series, period))
                .flatMap(Collection::stream)
                .toList();
        Optional<Instant> moment = all.stream().map(Observation::published).max(Comparator.naturalOrder());
        return all.stream()
                .filter(vintage -> Optional.of(vintage.published()).equals(moment))
                .toList();
    }

    private static FactsNamed announcing(LocalDate day, List<Observation> newest, Knowledge knowledge) {
        return FactsNamed.ofAll(newest.stream()
                .filter(vintage -> day.equals(vintage.nextRelease()))
                .map(knowledge::facts)
                .toList());
    }

    private static boolean isLate(LocalDate due, Instant known) {
        return !due.atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(known);
    }

    private static Evidence evidence(ReferenceRule rule, SeriesKey series, Sight sight, @Nullable Open stated) {
        List<Period> known = sight.knownPeriods(series);
        Period greatest = known.get(known.size() - 1);
        Period since = stated != null && stated.evidence().isOverdue() ? earlier(stated.since(), greatest) : greatest;
        Observation current = sight.current(series, greatest).orElseThrow();
        return new Evidence(
                rule.severity(),
                since,
                greatest,
                Certainty.CERTAIN,
                ReferenceWhen.Overdue.KIND,
                null,
                null,
                new Expected.Figure(greatest, current.value(), current.comparator()),
                current.status(),
                null);
    }

    private static Period earlier(Period one, Period other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private OverdueRelease() {}
}
