package io.sectorwatch.application.series;

import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;

/**
 * One series as it is shown.
 *
 * @param derived whether it is counted from policy events, so that its figures are no facts
 * @param periods the earliest first
 */
public record ShownSeries(SeriesKey series, boolean derived, List<PeriodFigures> periods) {
    public ShownSeries {
        periods = List.copyOf(periods);
    }
}
