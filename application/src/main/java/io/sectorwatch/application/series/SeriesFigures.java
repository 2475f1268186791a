package io.sectorwatch.application.series;

import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a series, and what was known of it. A void vintage counts as never known, whenever it was made void. */
public final class SeriesFigures {

    /**
     * The figures of all periods of which anything had been said, the earliest period first.
     *
     * @param vintages of one series, each once, in any order
     * @param asOf the moment at which to look; null for all that is known
     */
    public static List<PeriodFigures> of(Collection<Vintage> vintages, @Nullable Instant asOf) {
        SortedMap<Period, List<Vintage>> periods = new TreeMap<>();
        SeriesKey series = null;
        for (Vintage vintage : vintages) {
            if (series != null && !series.equals(vintage.observation().series())) {
                throw new IllegalArgumentException("two series: " + series + " and "
                        + vintage.observation().series());
            }
            series = vintage.observation().series();
            if (asOf == null || !vintage.observation().published().isAfter(asOf)) {
                periods.computeIfAbsent(vintage.observation().period(), period -> new ArrayList<>())
                        .add(vintage);
            }
        }
        List<PeriodFigures> figures = new ArrayList<>();
        periods.forEach((period, said) -> figures.add(of(period, said)));
        return figures;
    }

    private static PeriodFigures of(Period period, List<Vintage> said) {
        said.sort(Vintage.CURRENT_LAST);
        Vintage current = null;
        Vintage first = null;
        for (Vintage vintage : said) {
            if (!vintage.isVoid()) {
                first = first == null || isOfSameMoment(first, vintage) ? vintage : first;
                current = vintage;
            }
        }
        return new PeriodFigures(period, current, first, said);
    }

    private static boolean isOfSameMoment(Vintage one, Vintage other) {
        return one.observation().published().equals(other.observation().published());
    }

    private SeriesFigures() {}
}
