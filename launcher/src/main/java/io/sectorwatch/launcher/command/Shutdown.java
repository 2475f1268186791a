package io.sectorwatch.launcher.command;

import io.sectorwatch.application.broker.BrokerException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be stopped at the end, whether that comes by itself or by Ctrl-C: the last started first, and each once.
 */
public final class Shutdown implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean hooked;
    private volatile boolean forced;
    private volatile @Nullable BrokerException cause;

    /** Keeps something to stop it later. */
    public synchronized <T extends AutoCloseable> T add(T started) {
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::force, "shutdown"));
            hooked = true;
        }
        running.push(started);
        return started;
    }

    /** Notes what everything else that fails now fails because of. */
    void blame(BrokerException broken) {
        cause = broken;
    }

    /** What everything fails because of, if that is known. */
    Optional<BrokerException> cause() {
        return Optional.ofNullable(cause);
    }

    /** Whether the end was forced from outside, so that what fails now fails because of it. */
    public boolean forced() {
        return forced;
    }

    @Override
    public synchronized void close() {
        RuntimeException failure = null;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("not everything could be stopped", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void force() {
        forced = !done();
        close();
    }

    private synchronized boolean done() {
        return running.isEmpty();
    }
}
