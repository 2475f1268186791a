package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The place among some areas in the same period. */
record ReferenceRankKind(SortedSet<String> among) implements ReferenceKind {
    @Override
    public String name() {
        return "rank";
    }

    @Override
    public Optional<Reading> at(Period period, SeriesKey series, Sight sight) {
        Optional<ReferenceFigure> own = sight.figure(series, period).filter(ReferenceFigure::exact);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        int rank = 1;
        List<ReferenceFigure> all = new ArrayList<>(List.of(own.get()));
        for (String area : among) {
            Optional<ReferenceFigure> peer = sight.figure(of(series, area), period);
            if (peer.isPresent() && !peer.get().exact()) {
                return Optional.empty();
            }
            peer.ifPresent(all::add);
            if (peer.isPresent() && peer.get().value().compareTo(own.get().value()) > 0) {
                rank++;
            }
        }
        return Optional.of(Reading.of(ReferenceInterval.exactly(BigDecimal.valueOf(rank)), all));
    }

    @Override
    public List<Other> others(SeriesKey series, @Nullable List<String> ownSources) {
        return among.stream()
                .map(area -> new Other(of(series, area), ownSources))
                .toList();
    }

    private static SeriesKey of(SeriesKey series, String area) {
        return new SeriesKey(series.indicator(), area, series.sector(), series.frequency());
    }
}
