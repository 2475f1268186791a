package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.table.Screen;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress bars as all commands show them, with rate and time left. */
final class Bars {
    private static final int LONGEST = 80;
    private static final int KILOBYTE = 1 << 10;
    private static final int MEGABYTE = 1 << 20;
    private static final int SMALL = 10 * MEGABYTE;

    /** A bar of bytes, {@code total} of them or -1 where nobody knows; null where there is no terminal. */
    static @Nullable ProgressBar ofBytes(PrintStream out, Screen screen, String task, long total) {
        boolean isSmall = total >= 0 && total < SMALL;
        return of(out, screen, task, total, isSmall ? " KB" : " MB", isSmall ? KILOBYTE : MEGABYTE);
    }

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
