package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sum of the last periods, each of them known exactly. */
record ReferenceSumKind(int periods) implements ReferenceKind {
    @Override
    public String name() {
        return "sum";
    }

    @Override
    public Optional<Reading> at(Period period, SeriesKey series, Sight sight) {
        BigDecimal sum = BigDecimal.ZERO;
        List<ReferenceFigure> all = new ArrayList<>();
        for (int back = 0; back < periods; back++) {
            Optional<ReferenceFigure> figure =
                    sight.figure(series, period.plus(-back)).filter(ReferenceFigure::exact);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(figure.get().value());
            all.add(figure.get());
        }
        return Optional.of(Reading.of(ReferenceInterval.exactly(sum), all));
    }
}
