package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.table.Screen;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how much has been read, in bytes as they lie in the files; elsewhere nothing. */
final class ReadingProgress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    /** Begins; {@code total} in bytes, or -1 where nobody knows. */
    ReadingProgress(PrintStream out, Screen screen, long total) {
        this.bar = Bars.ofBytes(out, screen, "Reading", total);
    }

    /** The same stream, watched. */
    InputStream watch(InputStream in) {
        return bar == null ? in : new Watched(in, bar);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static final class Watched extends FilterInputStream {
        private final ProgressBar bar;

        Watched(InputStream in, ProgressBar bar) {
            super(in);
            this.bar = bar;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                bar.step();
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            if (count > 0) {
                bar.stepBy(count);
            }
            return count;
        }
    }
}
