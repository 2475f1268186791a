package io.sectorwatch.benchmark.check;

import io.sectorwatch.benchmark.history.Facts;
import io.sectorwatch.benchmark.history.Figure;
import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.schemas.message.Transition;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts must be open once a whole history is known, in whatever order it became known. It is simple rather than
 * fast, and shares nothing with the processor but the names of series and rules.
 */
public final class Oracle {
    private static final int RAISES_BELOW = -500;
    private static final int CLEARS_FROM = -300;
    private static final int MOST_YEARS_BEHIND = 3;
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Workload workload;
    private final int[] values;
    private final long[] published;

    public Oracle(Workload workload) {
        this.workload = workload;
        this.values = new int[workload.series() * workload.years()];
        this.published = new long[values.length];
        Arrays.fill(published, UNKNOWN);
    }

    /** One more figure is known. */
    public void know(Figure figure) {
        int cell = cell(figure.indicator(), figure.area(), figure.year());
        boolean newer = figure.published() > published[cell];
        boolean greaterOfTheSameMoment = figure.published() == published[cell] && figure.thousandths() > values[cell];
        if (newer || greaterOfTheSameMoment) {
            values[cell] = figure.thousandths();
            published[cell] = figure.published();
        }
    }

    /** The open alerts by the key of their records. */
    public SortedMap<String, OpenAlert> open() {
        SortedMap<String, OpenAlert> open = new TreeMap<>();
        for (int indicator = 0; indicator < workload.indicators(); indicator++) {
            for (int area = 1; area < workload.areas(); area++) {
                OpenAlert alert = last(indicator, area);
                if (alert != null) {
                    open.put(Transition.key(Facts.ruleId(indicator), Facts.series(indicator, area)), alert);
                }
            }
        }
        return open;
    }

    private @Nullable OpenAlert last(int indicator, int area) {
        OpenAlert open = null;
        for (int year = workload.firstYear(); year <= Workload.LAST_YEAR; year++) {
            int own = cell(indicator, area, year);
            int benchmarkYear = benchmarkYear(indicator, year);
            if (published[own] == UNKNOWN || benchmarkYear == OpenAlert.NONE) {
                continue;
            }
            int benchmark = values[cell(indicator, 0, benchmarkYear)];
            int gap = values[own] - benchmark;
            boolean raises = open == null && gap < RAISES_BELOW;
            boolean stays = open != null && gap < CLEARS_FROM;
            open = raises || stays
                    ? new OpenAlert(
                            open == null ? year : open.since(), year, values[own], benchmarkYear, benchmark, gap)
                    : null;
        }
        return open;
    }

    private int benchmarkYear(int indicator, int year) {
        int oldest = Math.max(workload.firstYear(), year - MOST_YEARS_BEHIND);
        for (int candidate = year; candidate >= oldest; candidate--) {
            if (published[cell(indicator, 0, candidate)] != UNKNOWN) {
                return candidate;
            }
        }
        return OpenAlert.NONE;
    }

    private int cell(int indicator, int area, int year) {
        return (indicator * workload.areas() + area) * workload.years() + year - workload.firstYear();
    }
}
