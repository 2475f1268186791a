package io.sectorwatch.processor.topology;

import java.time.Duration;

/** What the tasks of a stream thread have done since it committed: all of them commit at once. */
final class ThreadWork {
    private static final ThreadLocal<ThreadWork> OF_THREAD = ThreadLocal.withInitial(ThreadWork::new);

    private CommitPace pace = new CommitPace(Duration.ZERO);
    private long events;
    private long slices;
    private boolean told;

    private ThreadWork() {}

    /** That of the thread which asks. */
    static ThreadWork ofThisThread() {
        return OF_THREAD.get();
    }

    /** Begins anew, with another interval at which it commits under load. */
    void at(Duration commitInterval) {
        pace = new CommitPace(commitInterval);
    }

    void polled(int records, int most) {
        pace.polled(records, most);
    }

    void committed(long from, long to) {
        told = false;
        pace.committed(from, to);
    }

    /** Whether there is more than the thread can take. */
    boolean isBehind() {
        return pace.isBehind();
    }

    /** A task has had an event. */
    void event() {
        events++;
    }

    /** How many events its tasks have had. */
    long events() {
        return events;
    }

    /** A task has had a slice of a scorecard. */
    void slice() {
        slices++;
    }

    /** How many events and slices its tasks have had. */
    long eventsAndSlices() {
        return events + slices;
    }

    /** A task has something that subscribers wait for. */
    void told() {
        told = true;
    }

    /** Whether subscribers wait and need not wait any longer. */
    boolean shouldCommit() {
        return told && pace.due(System.nanoTime());
    }
}
