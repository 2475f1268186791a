package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.tick.DailyTicks;
import io.sectorwatch.schemas.message.Tick;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a person is told about ticks. */
final class TickWords implements DailyTicks.Listener {
    private final PrintStream err;
    private final boolean onlyFailures;

    private TickWords(PrintStream err, boolean onlyFailures) {
        this.err = err;
        this.onlyFailures = onlyFailures;
    }

    static TickWords all(PrintStream err) {
        return new TickWords(err, false);
    }

    static TickWords onlyFailures(PrintStream err) {
        return new TickWords(err, true);
    }

    @Override
    public void published(Tick tick, boolean byOurselves) {
        if (!onlyFailures) {
            err.println(
                    byOurselves
                            ? "Published the tick of " + day(tick) + "."
                            : "The tick of " + day(tick) + " is there already.");
        }
    }

    @Override
    public void failed(Tick tick, RuntimeException reason) {
        err.println("sectorwatch: the tick of " + day(tick) + " is tried again every minute: " + reason.getMessage());
    }

    private static LocalDate day(Tick tick) {
        return LocalDate.ofInstant(tick.tick(), ZoneOffset.UTC);
    }
}
