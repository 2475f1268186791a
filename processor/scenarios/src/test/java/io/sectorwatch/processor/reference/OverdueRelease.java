package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
            @Nullable Evidence stated) {
        Sight sight = rule.sight(knowledge);
        Optional<Evidence> open = newest(sight.visible(series))
                .filter(vintage -> isLate(vintage, when, knowledge.knownTime(series)))
                .map(vintage -> evidence(rule, series, sight, stated));
        return new ReferenceFinding(List.of(), open, period -> Certainty.CERTAIN);
    }

    private static Optional<Observation> newest(List<Observation> vintages) {
        return vintages.stream().max(Vintages.ORDER);
    }

    private static boolean isLate(Observation newest, ReferenceWhen.Overdue when, Instant known) {
        LocalDate next = newest.nextRelease();
        return next != null
                && !next.plus(when.after())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .isAfter(known);
    }

    private static Evidence evidence(ReferenceRule rule, SeriesKey series, Sight sight, @Nullable Evidence stated) {
        List<Period> known = sight.knownPeriods(series);
        Period greatest = known.get(known.size() - 1);
        Period since = stated != null && stated.kind().equals(ReferenceWhen.Overdue.KIND)
                ? earlier(stated.since(), greatest)
                : greatest;
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
