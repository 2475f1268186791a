package io.sectorwatch.processor.series;

import io.sectorwatch.schemas.message.Transition.Figure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule sees of a series: of each period the vintages of the most trusted source that has any, without those whose
 * status hides them.
 *
 * @param trust the sources that are seen, the most trusted first; null where all count alike
 * @param hidden status codes whose vintages are not seen; a withdrawal always is
 */
public record View(SeriesHistory history, @Nullable List<String> trust, Set<String> hidden) {

    /** No row. */
    public static final int NONE = SeriesHistory.NONE;

    /** Row of the current vintage of a period, withdrawn or not; NONE where the period is not known. */
    public int current(int period) {
        int uncounted = history.uncounted(period);
        if (uncounted != NONE) {
            return visible(uncounted) ? uncounted : NONE;
        }
        return before(history.end(period), period);
    }

    /** Row of the current vintage of a period if it has a value, else NONE. */
    public int valued(int period) {
        int row = current(period);
        return row != NONE && history.hasValue(row) ? row : NONE;
    }

    /** Row of the current value of the greatest period up to this one that has one, else NONE. */
    public int valuedUpTo(int period) {
        if (history.uncounted(period) != NONE) {
            return valued(period);
        }
        int end = history.end(period);
        while (end > 0) {
            int candidate = history.period(end - 1);
            int row = valued(candidate);
            if (row != NONE) {
                return row;
            }
            end = history.start(candidate);
        }
        return NONE;
    }

    /** Row of the newest earlier vintage of the same period that says something else than this one; else NONE. */
    public int previous(int row) {
        int period = history.period(row);
        String source = trust == null ? null : history.origin(row).source();
        for (int i = row - 1; i >= 0 && history.period(i) == period; i--) {
            if (visible(i)
                    && history.hasValue(i)
                    && (source == null || source.equals(history.origin(i).source()))
                    && !sameFigure(i, row)) {
                return i;
            }
        }
        return NONE;
    }

    /** Whether a period would be known without one of its rows. */
    public boolean knownWithout(int row) {
        int period = history.period(row);
        for (int i = history.start(period); i < history.size() && history.period(i) == period; i++) {
            if (i != row && visible(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule sees a row at all. */
    public boolean visible(int row) {
        Origin origin = history.origin(row);
        if (trust != null && !trust.contains(origin.source())) {
            return false;
        }
        if (history.hasValue(row)) {
            for (String code : origin.status()) {
                if (hidden.contains(code)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many rows of a period were published at a moment and come from an origin. */
    public int sameOrigin(int period, long published, int origin) {
        int same = 0;
        for (int row = history.start(period); row < history.size() && history.period(row) == period; row++) {
            if (history.published(row) == published && history.originNumber(row) == origin) {
                same++;
            }
        }
        return same;
    }

    /** The greatest period that is known, as row of its current vintage; else NONE. */
    public int last() {
        int end = history.size();
        while (end > 0) {
            int period = history.period(end - 1);
            int row = before(end, period);
            if (row != NONE) {
                return row;
            }
            end = history.start(period);
        }
        return NONE;
    }

    /** A row as it is told in a transition; the series is named unless it is the transition's own. */
    public Figure figure(int row, boolean own) {
        Origin origin = history.origin(row);
        return new Figure(
                own ? null : history.key(),
                history.periodOf(row),
                history.value(row),
                origin.comparator(),
                origin.status(),
                Instant.ofEpochMilli(history.published(row)),
                origin.source());
    }

    private int before(int end, int period) {
        int best = NONE;
        int bestTrust = Integer.MAX_VALUE;
        for (int row = end - 1; row >= 0 && history.period(row) == period; row--) {
            if (!visible(row)) {
                continue;
            }
            if (trust == null) {
                return row;
            }
            int rank = trust.indexOf(history.origin(row).source());
            if (rank < bestTrust) {
                best = row;
                bestTrust = rank;
            }
        }
        return best;
    }

    private boolean sameFigure(int one, int other) {
        BigDecimal value = history.value(one);
        BigDecimal otherValue = history.value(other);
        return value != null
                && otherValue != null
                && value.compareTo(otherValue) == 0
                && history.origin(one).comparator() == history.origin(other).comparator();
    }
}
