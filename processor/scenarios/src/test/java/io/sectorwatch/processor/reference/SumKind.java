package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.util.Optional;

/** The sum of the last periods, each of them known exactly. */
record SumKind(int periods) implements Kind {
    @Override
    public String name() {
        return "sum";
    }

    @Override
    public Optional<Reading> at(Period period, SeriesKey series, Sight sight) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int back = 0; back < periods; back++) {
            Optional<Figure> figure = sight.figure(series, period.plus(-back)).filter(Figure::exact);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(figure.get().value());
        }
        return Optional.of(Reading.of(Interval.exactly(sum)));
    }
}
