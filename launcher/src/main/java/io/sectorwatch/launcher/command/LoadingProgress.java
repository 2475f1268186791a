package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.web.Address;
import io.sectorwatch.ingest.web.WebListener;
import io.sectorwatch.launcher.table.Screen;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows what comes from the web: a bar for each download on a terminal, and everywhere what is waited for. */
final class LoadingProgress implements WebListener, AutoCloseable {
    private final PrintStream out;
    private final Screen screen;
    private @Nullable ProgressBar bar;
    private @Nullable Address current;
    private long shown;

    LoadingProgress(PrintStream out, Screen screen) {
        this.out = out;
        this.screen = screen;
    }

    @Override
    public synchronized void again(Address address, String reason, Duration wait) {
        close();
        out.println(address + ": " + reason + "; asked again in " + wait.toSeconds() + " s.");
    }

    @Override
    public synchronized void received(Address address, long bytes, long total) {
        if (!address.equals(current) || bytes < shown) {
            close();
            current = address;
        }
        if (bar == null) {
            bar = Bars.ofBytes(out, screen, "Loading", total);
        }
        if (bar != null) {
            bar.stepTo(bytes);
        }
        shown = bytes;
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        shown = 0;
    }
}
