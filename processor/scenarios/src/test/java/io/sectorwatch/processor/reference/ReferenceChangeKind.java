package io.sectorwatch.processor.reference;

import io.sectorwatch.processor.reference.Numbers.Fraction;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Optional;

/** What happened since some periods earlier, as a difference or in percent of the earlier value. */
record ReferenceChangeKind(int periods, boolean asPercent) implements ReferenceKind {
    @Override
    public String name() {
        return "change";
    }

    @Override
    public Optional<Reading> at(Period period, SeriesKey series, Sight sight) {
        Optional<ReferenceFigure> now = sight.figure(series, period);
        Optional<ReferenceFigure> base = sight.figure(series, period.plus(-periods));
        if (now.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        return (asPercent
                        ? percent(now.get(), base.get())
                        : Optional.of(now.get().interval().minus(base.get().interval())))
                .map(change -> Reading.of(change, List.of(now.get(), base.get())));
    }

    private static Optional<ReferenceInterval> percent(ReferenceFigure now, ReferenceFigure base) {
        if (!now.exact() || !base.exact() || base.value().signum() <= 0) {
            return Optional.empty();
        }
        Fraction from = Fraction.of(base.value());
        Fraction percent =
                Fraction.of(now.value()).minus(from).times(Fraction.whole(100)).dividedBy(from);
        return Optional.of(ReferenceInterval.exactly(percent.rounded()));
    }
}
