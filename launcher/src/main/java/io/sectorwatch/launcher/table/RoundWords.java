package io.sectorwatch.launcher.table;

import io.sectorwatch.application.ingest.Rejected;
import io.sectorwatch.application.watch.RoundTally;
import io.sectorwatch.application.watch.WatchListener;
import io.sectorwatch.ingest.intake.DataSetSummary;
import io.sectorwatch.ingest.plausibility.Warned;
import io.sectorwatch.ingest.vintage.Change;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person is told of a round. */
public final class RoundWords implements WatchListener {
    /** Another publisher is waited for. */
    public static final String WAITS =
            "Waiting for a transaction of another publisher to end. If that one was killed, the"
                    + " same command again ends it at once, or the broker in some minutes.";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT);
    private static final Screen LINE = new Screen(80, false);

    private final PrintStream out;

    /** Prints them there. */
    public RoundWords(PrintStream out) {
        this.out = out;
    }

    @Override
    public void gone(Instant begun, RoundTally tally) {
        out.println(of(begun, tally));
    }

    @Override
    public void failed(Instant begun, String reason, Duration pause) {
        out.println(words(begun, reason, pause));
    }

    @Override
    public void unavailable(String source, String reason) {
        out.println(source + ": " + reason);
    }

    @Override
    public void noted(String words) {
        out.println(words);
    }

    @Override
    public void waits() {
        out.println(WAITS);
    }

    @Override
    public void compared(DataSetSummary dataSet) {
        IneffectiveWords.of(dataSet.releases().values()).forEach(out::println);
    }

    @Override
    public void warned(Warned warned) {
        WarningWords.of(warned, true).forEach(out::println);
    }

    @Override
    public void rejected(Rejected rejected) {
        RejectionWords.of(rejected).forEach(out::println);
    }

    @Override
    public void forgets(String reason) {
        out.println("What was read cannot be noted, and will be read again (" + reason
                + "): --state names another directory.");
    }

    /** One line, and another beneath where that is too long. */
    static String of(Instant when, RoundTally tally) {
        List<String> parts = new ArrayList<>();
        parts.add(published(tally));
        if (tally.read() + tally.unchanged() > 0) {
            parts.add(some(tally.read(), "source") + " read, " + tally.unchanged() + " unchanged");
        }
        if (tally.failed() > 0) {
            parts.add(tally.failed() + " failed");
        }
        if (tally.unsettled() > 0) {
            parts.add(some(tally.unsettled(), "file") + " still being written");
        }
        return line(when, String.join("; ", parts) + ".");
    }

    /** A round that came to nothing. */
    static String words(Instant when, String reason, Duration wait) {
        return line(when, reason + "; tried again in " + wait.toSeconds() + " s.");
    }

    private static String line(Instant when, String words) {
        return LINE.wrapped(MINUTE.format(when.atOffset(ZoneOffset.UTC)) + " ", words, "  ");
    }

    private static String published(RoundTally tally) {
        if (tally.published() == 0) {
            return "nothing new";
        }
        List<String> changes = new ArrayList<>();
        for (Change change : List.of(Change.NEW, Change.REVISED, Change.WITHDRAWN, Change.OUTRANKED)) {
            if (tally.of(change) > 0) {
                changes.add(tally.of(change) + " " + change.name().toLowerCase(Locale.ROOT));
            }
        }
        return "published " + some(tally.published(), "fact") + " (" + String.join(", ", changes) + ")";
    }

    private static String some(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
