package io.sectorwatch.benchmark.cluster;

import io.sectorwatch.benchmark.measure.JobFailure;
import org.jspecify.annotations.Nullable;

/** Publishes one moment after the other on a thread of its own, about ten a second, until it is closed. */
final class SteadyMoments implements AutoCloseable {
    private static final long APART_MS = 100;

    private final MomentPublisher publisher;
    private final GeneratedMoments moments;
    private final Thread thread = new Thread(this::publish, "moments");
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    /** Begins. */
    SteadyMoments(MomentPublisher publisher, GeneratedMoments moments) {
        this.publisher = publisher;
        this.moments = moments;
        thread.setDaemon(true);
        thread.start();
    }

    /** To be used by others only once this is closed. */
    MomentPublisher publisher() {
        return publisher;
    }

    private void publish() {
        try {
            while (!closed) {
                publisher.publish(moments.next());
                Waiting.step(APART_MS);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
        RuntimeException failed = failure;
        if (failed != null) {
            throw new JobFailure("publishing ended: " + failed.getMessage(), failed);
        }
    }
}
