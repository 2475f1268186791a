package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.PublicationProgress;
import io.sectorwatch.launcher.table.Screen;
import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows how much has been published: a bar on a terminal, one line at the end elsewhere. */
final class PublishingProgress implements PublicationProgress {
    private final PrintStream out;
    private final @Nullable ProgressBar bar;
    private long published;

    PublishingProgress(PrintStream out, Screen screen, long total) {
        this.out = out;
        this.bar = total == 0 ? null : Bars.of(out, screen, "Publishing", total, "", 1);
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
            out.printf(Locale.ROOT, "Published %,d fact%s.%n", published, published == 1 ? "" : "s");
        } else {
            bar.close();
        }
    }
}
