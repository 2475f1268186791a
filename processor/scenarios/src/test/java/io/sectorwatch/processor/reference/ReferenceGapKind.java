package io.sectorwatch.processor.reference;

import io.sectorwatch.processor.reference.Numbers.Fraction;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The distance to a benchmark, or the ratio to it. */
record ReferenceGapKind(ReferenceBenchmark to, boolean asRatio) implements ReferenceKind {
    @Override
    public String name() {
        return "gap";
    }

    @Override
    public Optional<Reading> at(Period period, SeriesKey series, Sight sight) {
        Optional<ReferenceFigure> own = sight.figure(series, period);
        Optional<ReferenceFigure> benchmark = to.figure(period, series, sight);
        if (own.isEmpty() || benchmark.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReferenceInterval> interval = asRatio
                ? ratio(own.get(), benchmark.get())
                : Optional.of(own.get().interval().minus(benchmark.get().interval()));
        return interval.map(measured -> new Reading(measured, List.of(own.get(), benchmark.get()), benchmark.get()));
    }

    private static Optional<ReferenceInterval> ratio(ReferenceFigure own, ReferenceFigure benchmark) {
        if (!own.exact() || !benchmark.exact() || benchmark.value().signum() <= 0) {
            return Optional.empty();
        }
        Fraction ratio = Fraction.of(own.value()).dividedBy(Fraction.of(benchmark.value()));
        return Optional.of(ReferenceInterval.exactly(ratio.rounded()));
    }

    @Override
    public List<Other> others(SeriesKey series, @Nullable List<String> ownSources) {
        return List.of(to.of(series));
    }
}
