package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to measure a series in a period. */
interface ReferenceKind {
    /** What was measured, and against which figure. */
    record Reading(ReferenceInterval interval, @Nullable ReferenceFigure benchmark) {
        static Reading of(ReferenceInterval interval) {
            return new Reading(interval, null);
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
