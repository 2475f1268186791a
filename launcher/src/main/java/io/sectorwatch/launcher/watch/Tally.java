package io.sectorwatch.launcher.watch;

import io.sectorwatch.ingest.vintage.Change;
import java.util.EnumMap;
import java.util.Map;

/** What a round found and did. */
final class Tally {
    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private int read;
    private int unchanged;
    private int failed;
    private int unsettled;

    void countRead() {
        read++;
    }

    void countUnchanged() {
        unchanged++;
    }

    void countFailed() {
        failed++;
    }

    /** A file that is still being written, it seems. */
    void countUnsettled() {
        unsettled++;
    }

    void count(Change change, long facts) {
        changes.merge(change, facts, Long::sum);
    }

    int read() {
        return read;
    }

    int unchanged() {
        return unchanged;
    }

    int failed() {
        return failed;
    }

    int unsettled() {
        return unsettled;
    }

    long of(Change change) {
        return changes.getOrDefault(change, 0L);
    }

    long published() {
        return of(Change.NEW) + of(Change.REVISED) + of(Change.WITHDRAWN);
    }
}
