package io.sectorwatch.processor.series;

import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
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
        int uncounted = history.uncountedUpTo(period);
        if (uncounted != NONE) {
            return visible(uncounted) ? uncounted : NONE;
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

    /** The nearest earlier vintage of the same period that is seen; NONE where none is. */
    public int visibleBefore(int row) {
        int period = history.period(row);
        int before = row - 1;
        while (before >= 0 && history.period(before) == period && !visible(before)) {
            before--;
        }
        return before >= 0 && history.period(before) == period ? before : NONE;
    }

    /** The nearest later vintage of the same period that is seen; NONE where none is. */
    public int visibleAfter(int row) {
        int period = history.period(row);
        int after = row + 1;
        while (after < history.size() && history.period(after) == period && !visible(after)) {
            after++;
        }
        return after < history.size() && history.period(after) == period ? after : NONE;
    }

    /** Whether a vintage says what another does; false where that is NONE. */
    public boolean repeats(int row, int other) {
        return other != NONE && said(row).equals(said(other));
    }

    private Said said(int row) {
        Origin origin = history.origin(row);
        BigDecimal value = history.value(row);
        return new Said(value == null ? null : Decimals.canonical(value), origin.comparator(), origin.status());
    }

    /** What a vintage says, whoever said it and when. */
    public record Said(@Nullable BigDecimal value, @Nullable Bound comparator, List<String> status) {}

    /**
     * What the vintages that are seen of a period say, one after the other, without what only repeats the one before.
     *
     * @param taken the rows to look at
     */
    public List<Said> said(int period, IntPredicate taken) {
        int start = history.start(period);
        String source = trust == null ? null : mostTrusted(start, period, taken);
        List<Said> all = new ArrayList<>();
        for (int row = start; row < history.size() && history.period(row) == period; row++) {
            if (taken.test(row)
                    && visible(row)
                    && (source == null || source.equals(history.origin(row).source()))) {
                Said said = said(row);
                if (all.isEmpty() || !said.equals(all.get(all.size() - 1))) {
                    all.add(said);
                }
            }
        }
        return all;
    }

    private @Nullable String mostTrusted(int start, int period, IntPredicate taken) {
        String best = null;
        for (int row = start; row < history.size() && history.period(row) == period; row++) {
            if (trust != null && taken.test(row) && visible(row)) {
                String source = history.origin(row).source();
                best = best == null || trust.indexOf(source) < trust.indexOf(best) ? source : best;
            }
        }
        return best;
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
