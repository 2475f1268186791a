package io.sectorwatch.benchmark.endtoend;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/** Says how far a step has come: seldom, and on lines of its own, so that it can be read in a file too. */
final class Progress implements DoubleConsumer {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintStream err;
    private final String step;
    private long next = System.nanoTime() + PAUSE.toNanos();

    Progress(PrintStream err, String step) {
        this.err = err;
        this.step = step;
    }

    @Override
    public void accept(double share) {
        if (System.nanoTime() > next) {
            next = System.nanoTime() + PAUSE.toNanos();
            err.printf(Locale.ROOT, "%s: %.0f %%%n", step, Math.floor(share * 100));
        }
    }
}
