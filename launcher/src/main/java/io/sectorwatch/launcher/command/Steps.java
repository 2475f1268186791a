package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.ReplayProgress;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far a part of some work has come; elsewhere nothing. */
final class Steps implements ReplayProgress {
    private final @Nullable ProgressBar bar;

    Steps(SectorwatchCommand root, String task, long total) {
        this.bar = Bars.of(root.err(), root.progressScreen(), task, total, "", 1);
    }

    @Override
    public void accept(long now) {
        if (bar != null) {
            bar.stepTo(now);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
