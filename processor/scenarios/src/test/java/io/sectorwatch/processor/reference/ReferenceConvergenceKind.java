package io.sectorwatch.processor.reference;

import io.sectorwatch.processor.reference.Numbers.Fraction;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many periods it takes until the gap closes at its recent pace. */
record ReferenceConvergenceKind(ReferenceBenchmark to, int periods) implements ReferenceKind {
    @Override
    public String name() {
        return "convergence";
    }

    @Override
    public Optional<Reading> at(Period period, SeriesKey series, Sight sight) {
        List<Fraction> gaps = new ArrayList<>();
        List<ReferenceFigure> all = new ArrayList<>();
        for (int back = periods - 1; back >= 0; back--) {
            Period then = period.plus(-back);
            Optional<ReferenceFigure> own = sight.figure(series, then).filter(ReferenceFigure::exact);
            Optional<ReferenceFigure> benchmark = to.figure(then, series, sight).filter(ReferenceFigure::exact);
            if (own.isEmpty() || benchmark.isEmpty()) {
                return Optional.empty();
            }
            gaps.add(Fraction.of(own.get().value())
                    .minus(Fraction.of(benchmark.get().value())));
            all.addAll(List.of(own.get(), benchmark.get()));
        }
        ReferenceFigure benchmark = to.figure(period, series, sight).orElseThrow();
        return periodsToClose(gaps).map(left -> new Reading(ReferenceInterval.exactly(left), all, benchmark));
    }

    private static Optional<BigDecimal> periodsToClose(List<Fraction> gaps) {
        Fraction last = gaps.get(gaps.size() - 1);
        if (last.sign() == 0 || gaps.stream().anyMatch(gap -> gap.sign() != last.sign())) {
            return Optional.of(BigDecimal.ZERO);
        }
        Fraction pace = slope(gaps);
        if (pace.sign() == 0 || pace.sign() == last.sign()) {
            return Optional.empty();
        }
        return Optional.of(last.dividedBy(pace).magnitude().rounded());
    }

    /** Of the straight line with the least squares of the distances: covariance over variance. */
    private static Fraction slope(List<Fraction> gaps) {
        Fraction number = Fraction.whole(gaps.size());
        Fraction meanPlace = Fraction.ZERO;
        Fraction meanGap = Fraction.ZERO;
        for (int place = 0; place < gaps.size(); place++) {
            meanPlace = meanPlace.plus(Fraction.whole(place).dividedBy(number));
            meanGap = meanGap.plus(gaps.get(place).dividedBy(number));
        }
        Fraction covariance = Fraction.ZERO;
        Fraction variance = Fraction.ZERO;
        for (int place = 0; place < gaps.size(); place++) {
            Fraction aside = Fraction.whole(place).minus(meanPlace);
            covariance = covariance.plus(aside.times(gaps.get(place).minus(meanGap)));
            variance = variance.plus(aside.times(aside));
        }
        return covariance.dividedBy(variance);
    }

    @Override
    public List<Other> others(SeriesKey series, @Nullable List<String> ownSources) {
        return List.of(to.of(series));
    }
}
