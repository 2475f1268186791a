package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The series that others are compared with: what is not named is as in the series compared. */
record ReferenceBenchmark(
        String area,
        @Nullable String indicator,
        @Nullable String sector,
        @Nullable List<String> sources,
        java.time.Period maxLag) {

    ReferenceKind.Other of(SeriesKey series) {
        return new ReferenceKind.Other(
                new SeriesKey(
                        indicator == null ? series.indicator() : indicator,
                        area,
                        sector == null ? series.sector() : sector,
                        series.frequency()),
                sources);
    }

    /** The newest figure that is not of a later period, unless it lags too far behind. */
    Optional<ReferenceFigure> figure(Period period, SeriesKey compared, Sight sight) {
        SeriesKey series = of(compared).series();
        Sight trusting = sight.trusting(sources);
        return trusting.newestFigure(series, period).filter(figure -> {
            LocalDate latest = figure.period().end().plus(maxLag);
            return !period.end().isAfter(latest);
        });
    }
}
