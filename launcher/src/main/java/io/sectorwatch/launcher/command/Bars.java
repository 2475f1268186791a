package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.alerts.Screen;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress bars as all commands show them, with rate and time left. */
final class Bars {
    private static final int LONGEST = 80;

    /** A bar on a terminal; null elsewhere. */
    static @Nullable ProgressBar of(
            PrintStream out, Screen screen, String task, long total, String unit, long unitSize) {
        if (screen.equals(Screen.PLAIN)) {
            return null;
        }
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .showSpeed()
                .setUpdateIntervalMillis(100)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(out, Math.min(LONGEST, screen.columns()) - 1))
                .build();
    }

    private Bars() {}
}
