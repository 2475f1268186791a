package io.sectorwatch.launcher.command;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be stopped at the end, whether that comes by itself or by Ctrl-C: the last started first, and each once.
 */
public final class Shutdown implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean hooked;
    private volatile boolean forced;

    /** Keeps something to stop it later. */
    public synchronized <T extends AutoCloseable> T add(T started) {
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::force, "shutdown"));
            hooked = true;
        }
        running.push(started);
        return started;
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
