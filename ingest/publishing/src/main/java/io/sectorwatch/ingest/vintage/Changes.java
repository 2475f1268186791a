package io.sectorwatch.ingest.vintage;

import java.util.EnumMap;
import java.util.Map;

/** How much a release says, and how much of it is news. */
public final class Changes {
    private final Map<Change, Long> counts = new EnumMap<>(Change.class);
    private long series;
    private boolean late;

    /** Number of periods it changed in that way. */
    public long of(Change change) {
        return counts.getOrDefault(change, 0L);
    }

    /** Number of series it has figures of, or of policy events. */
    public long series() {
        return series;
    }

    /** Number of figures it holds. */
    public long observations() {
        return of(Change.NEW) + of(Change.REVISED) + of(Change.UNCHANGED);
    }

    /** Number of facts to publish. */
    public long news() {
        return of(Change.NEW) + of(Change.REVISED) + of(Change.WITHDRAWN);
    }

    /**
     * Whether later vintages were known already of something that the release changes. What a later release repeated was
     * not published, and is news again after this one.
     */
    public boolean isLate() {
        return late;
    }

    void comeLate() {
        late = true;
    }

    void count(Change change) {
        counts.merge(change, 1L, Long::sum);
    }

    void countSeries() {
        series++;
    }
}
