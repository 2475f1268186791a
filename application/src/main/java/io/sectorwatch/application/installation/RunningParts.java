package io.sectorwatch.application.installation;

import io.sectorwatch.application.broker.BrokerException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs and has to be stopped in the end, on whatever thread: the last started first, and each once. */
public class RunningParts implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile @Nullable BrokerException cause;

    /** Keeps something to stop it later. */
    public synchronized <T extends AutoCloseable> T add(T started) {
        running.push(started);
        return started;
    }

    /** Notes what everything else that fails now fails because of. */
    public final void blame(BrokerException broken) {
        cause = broken;
    }

    /** What everything fails because of, if that is known. */
    public final Optional<BrokerException> cause() {
        return Optional.ofNullable(cause);
    }

    /** Whether nothing is left to stop. */
    public final synchronized boolean isEmpty() {
        return running.isEmpty();
    }

    @Override
    public final synchronized void close() {
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
}
