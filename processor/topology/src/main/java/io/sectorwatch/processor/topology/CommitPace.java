package io.sectorwatch.processor.topology;

import java.time.Duration;

/**
 * When a thread that has something to tell is to commit, in nanoseconds of one clock: soon while it keeps up with what
 * comes, and not before the commit interval is over while there is more than it can take. However long a commit lasts, the
 * thread has four times as long for its work before the next one: a broker that has much to do takes longer, and is asked less.
 */
final class CommitPace {
    private static final int INTERVALS = 20;
    private static final int WORK = 4;

    private final long least;
    private boolean behind;
    private boolean everCommitted;
    private long ended;
    private long took;

    /** For a thread that commits at an interval while there is much to do. */
    CommitPace(Duration commitInterval) {
        least = commitInterval.toNanos() / INTERVALS;
    }

    /** A poll has brought records; where it has brought as many as it may, there are more. */
    void polled(int records, int most) {
        behind |= records >= most;
    }

    /** Whether more came since the last commit than one poll may bring. */
    boolean isBehind() {
        return behind;
    }

    void committed(long from, long to) {
        everCommitted = true;
        behind = false;
        ended = to;
        took = to - from;
    }

    boolean due(long now) {
        return !behind && (!everCommitted || now - ended >= Math.max(least, WORK * took));
    }
}
