package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.RunningParts;

/** What has to be stopped at the end, whether that comes by itself or by Ctrl-C. */
public final class Shutdown extends RunningParts {
    private boolean hooked;
    private volatile boolean forced;

    @Override
    public synchronized <T extends AutoCloseable> T add(T started) {
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::force, "shutdown"));
            hooked = true;
        }
        return super.add(started);
    }

    /** Whether the end was forced from outside, so that what fails now fails because of it. */
    public boolean forced() {
        return forced;
    }

    private void force() {
        forced = !isEmpty();
        close();
    }
}
