package io.sectorwatch.launcher.table;

import io.sectorwatch.application.deadletters.DeadLetter;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells of dead letters as they come: one line now and then, however many there are. */
public final class LetterNews {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Consumer<String> lines;
    private final LongSupplier nanoTime;
    private long untold;
    private long told;
    private boolean any;

    /** Tells by a clock as System.nanoTime() is one. */
    public LetterNews(Consumer<String> lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
    }

    /** Takes what has come, which may be nothing. */
    public void take(List<DeadLetter> letters) {
        untold += letters.size();
        boolean paused = any && nanoTime.getAsLong() - told < PAUSE.toNanos();
        if (untold == 0 || paused) {
            return;
        }
        if (letters.isEmpty()) {
            lines.accept(untold + (untold == 1 ? " more dead letter" : " more dead letters")
                    + " ('dead-letters list' shows all)");
        } else {
            lines.accept(line(letters.get(letters.size() - 1), untold - 1));
        }
        untold = 0;
        any = true;
        told = nanoTime.getAsLong();
    }

    private static String line(DeadLetter letter, long before) {
        return "Dead letter: " + LetterText.origin(letter) + ": " + LetterText.visible(letter.reason())
                + (before == 0 ? "" : "; and " + before + " before it")
                + " ('dead-letters list' shows all)";
    }
}
