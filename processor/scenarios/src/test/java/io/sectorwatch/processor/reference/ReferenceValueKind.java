package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Optional;

/** The current value. */
record ReferenceValueKind() implements ReferenceKind {
    @Override
    public String name() {
        return "value";
    }

    @Override
    public Optional<Reading> at(Period period, SeriesKey series, Sight sight) {
        return sight.figure(series, period).map(figure -> Reading.of(figure.interval(), List.of(figure)));
    }
}
