package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to measure a series in a period. */
interface ReferenceKind {
    /**
     * What was measured.
     *
     * @param from the figures it was taken from
     * @param benchmark the one of them that others were compared with
     */
    record Reading(
            ReferenceInterval interval,
            List<ReferenceFigure> from,
            @Nullable ReferenceFigure benchmark) {
        static Reading of(ReferenceInterval interval, List<ReferenceFigure> from) {
            return new Reading(interval, from, null);
        }
    }

    /** Another series that is looked at, with the sources trusted for it. */
    record Other(SeriesKey series, @Nullable List<String> sources) {}

    String name();

    /** Empty where the measure is undefined. */
    Optional<Reading> at(Period period, SeriesKey series, Sight sight);

    default List<Other> others(SeriesKey series, @Nullable List<String> ownSources) {
        return List.of();
    }
}
