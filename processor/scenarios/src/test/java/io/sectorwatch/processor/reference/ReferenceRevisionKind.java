package io.sectorwatch.processor.reference;

import io.sectorwatch.processor.reference.Numbers.Fraction;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The largest step that the last vintage of one of the last periods made. */
record ReferenceRevisionKind(int periods, boolean asPercent) implements ReferenceKind {
    @Override
    public String name() {
        return "revision";
    }

    @Override
    public Optional<Reading> at(Period period, SeriesKey series, Sight sight) {
        if (sight.figure(series, period).isEmpty()) {
            return Optional.empty();
        }
        BigDecimal largest = BigDecimal.ZERO;
        List<ReferenceFigure> all = new ArrayList<>();
        for (int back = 0; back < periods; back++) {
            List<Observation> considered = sight.considered(series, period.plus(-back));
            Optional<ReferenceFigure> current = sight.figure(series, period.plus(-back));
            if (current.isEmpty()) {
                continue;
            }
            all.add(current.get());
            Optional<BigDecimal> step = step(considered);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            largest = largest.max(step.get());
        }
        return Optional.of(Reading.of(ReferenceInterval.exactly(largest), all));
    }

    private Optional<BigDecimal> step(List<Observation> vintages) {
        List<ReferenceFigure> figures = vintages.stream()
                .map(ReferenceFigure::of)
                .flatMap(Optional::stream)
                .toList();
        ReferenceFigure current = figures.get(figures.size() - 1);
        if (!current.exact()) {
            return Optional.empty();
        }
        Optional<ReferenceFigure> previous = figures.stream()
                .filter(figure -> !figure.saysTheSameAs(current))
                .reduce((earlier, later) -> later);
        return previous.isEmpty() ? Optional.of(BigDecimal.ZERO) : step(current, previous.get());
    }

    private Optional<BigDecimal> step(ReferenceFigure current, ReferenceFigure previous) {
        if (!previous.exact() || asPercent && previous.value().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal difference = current.value().subtract(previous.value()).abs();
        return Optional.of(
                asPercent
                        ? Fraction.of(difference)
                                .times(Fraction.whole(100))
                                .dividedBy(Fraction.of(previous.value()))
                                .rounded()
                        : difference);
    }
}
