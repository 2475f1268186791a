package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day for which the newest vintage announces the next release, as far as a rule sees the vintages. */
final class Announcement {
    private long published = Long.MIN_VALUE;
    private @Nullable LocalDate next;

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
            if (view.visible(row) && (source == null || source.equals(history.origin(row).source()))) {
                newest = history.published(row);
                add(newest, history.origin(row).nextRelease());
            }
        }
    }

    /** The day; null where none is announced. */
    @Nullable
    LocalDate next() {
        return next;
    }

    /** Makes it what another is. */
    void set(Announcement other) {
        published = other.published;
        next = other.next;
    }

    void clear() {
        published = Long.MIN_VALUE;
        next = null;
    }

    // Of several of one moment the latest day counts.
    private void add(long at, @Nullable LocalDate day) {
        if (at > published) {
            published = at;
            next = day;
        } else if (at == published && day != null && (next == null || day.isAfter(next))) {
            next = day;
        }
    }
}
