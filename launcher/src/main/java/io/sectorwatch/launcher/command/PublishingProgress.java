package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.alerts.Screen;
import java.io.PrintStream;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how much has been published: a bar on a terminal, one line at the end elsewhere. */
final class PublishingProgress implements LongConsumer, AutoCloseable {
    private static final int LONGEST_BAR = 80;

    private final PrintStream out;
    private final @Nullable ProgressBar bar;
    private long published;

    PublishingProgress(PrintStream out, Screen screen, long total) {
        this.out = out;
        this.bar = screen.equals(Screen.PLAIN) ? null : bar(out, Math.min(LONGEST_BAR, screen.columns()), total);
    }

    @Override
    public void accept(long now) {
        published = now;
        if (bar != null) {
            bar.stepTo(now);
        }
    }

    @Override
    public void close() {
        if (bar == null) {
            out.println("Published " + published + (published == 1 ? " fact." : " facts."));
        } else {
            bar.close();
        }
    }

    private static ProgressBar bar(PrintStream out, int columns, long total) {
        return new ProgressBarBuilder()
                .setTaskName("Publishing")
                .setInitialMax(total)
                .setUpdateIntervalMillis(100)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(out, columns - 1))
                .build();
    }
}
