package io.sectorwatch.application.watch;

import io.sectorwatch.ingest.vintage.Change;
import java.util.EnumMap;
import java.util.Map;

/** What a round found and did. */
public final class RoundTally {
    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private int read;
    private int unchanged;
    private int failed;
    private int unsettled;

    public void countRead() {
        read++;
    }

    public void countUnchanged() {
        unchanged++;
    }

    public void countFailed() {
        failed++;
    }

    /** A file that is still being written, it seems. */
    public void countUnsettled() {
        unsettled++;
    }

    public void count(Change change, long facts) {
        changes.merge(change, facts, Long::sum);
    }

    public int read() {
        return read;
    }

    public int unchanged() {
        return unchanged;
    }

    public int failed() {
        return failed;
    }

    public int unsettled() {
        return unsettled;
    }

    public long of(Change change) {
        return changes.getOrDefault(change, 0L);
    }

    public long published() {
        return of(Change.NEW) + of(Change.REVISED) + of(Change.WITHDRAWN) + of(Change.OUTRANKED);
    }
}
