package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The day for which the newest vintage announces the next release, as far as a rule sees the vintages. */
final class Announcement {
    private static final int MOST_EVIDENCE = 32;

    private long published = Long.MIN_VALUE;
    private @Nullable LocalDate next;
    private @Nullable Announcing announcing;

    /** Takes what is seen of a period: the vintages of the most trusted source that has any. */
    void add(View view, int period) {
        SeriesHistory history = view.history();
        int current = view.current(period);
        if (current == View.NONE) {
            return;
        }
        String source = view.trust() == null ? null : history.origin(current).source();
        long newest = Long.MIN_VALUE;
        for (int row = history.end(period) - 1; row >= 0 && history.period(row) == period; row--) {
            if (history.published(row) < newest) {
                break;
            }
            if (view.visible(row)
                    && (source == null || source.equals(history.origin(row).source()))) {
                newest = history.published(row);
                add(newest, history.origin(row).nextRelease(), period);
            }
        }
    }

    /** The day; null where none is announced. */
    @Nullable
    LocalDate next() {
        return next;
    }

    /** A period that announces it, and those before; shared by what goes on from here. */
    private record Announcing(int period, @Nullable Announcing before) {}

    /** The rows that announce it, of the newest periods that do. */
    List<Integer> rows(View view) {
        SeriesHistory history = view.history();
        List<Integer> rows = new ArrayList<>();
        for (Announcing one = announcing; one != null && rows.size() < MOST_EVIDENCE; one = one.before) {
            int period = one.period;
            int current = view.current(period);
            for (int row = history.start(period); row < history.end(period); row++) {
                if (history.published(row) == published
                        && Objects.equals(history.origin(row).nextRelease(), next)
                        && view.visible(row)
                        && (view.trust() == null
                                || history.origin(row)
                                        .source()
                                        .equals(history.origin(current).source()))) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Makes it what another is. */
    void set(Announcement other) {
        published = other.published;
        next = other.next;
        announcing = other.announcing;
    }

    void clear() {
        published = Long.MIN_VALUE;
        next = null;
        announcing = null;
    }

    // Of several of one moment the latest day counts.
    private void add(long at, @Nullable LocalDate day, int period) {
        if (at > published || at == published && day != null && (next == null || day.isAfter(next))) {
            published = at;
            next = day;
            announcing = null;
        }
        boolean isNoted = announcing != null && announcing.period == period;
        if (at == published && Objects.equals(day, next) && !isNoted) {
            announcing = new Announcing(period, announcing);
        }
    }
}
