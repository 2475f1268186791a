package io.sectorwatch.launcher.table;

import io.sectorwatch.schemas.message.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts transitions that come faster than anybody reads: one line now and then, and one when they end. */
public final class BacklogNews {
    private static final int MANY = 500;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Consumer<String> lines;
    private final LongSupplier nanoTime;
    private final Map<Transition.Type, Long> untold = new EnumMap<>(Transition.Type.class);
    private @Nullable Instant decidedAt;
    private boolean counting;
    private long told;

    /** Tells by a clock as System.nanoTime() is one. */
    public BacklogNews(Consumer<String> lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
    }

    /** Takes what has come at once, which may be nothing; false where that is to be read one by one. */
    public boolean takes(List<Transition> transitions) {
        if (!counting && transitions.size() < MANY) {
            return false;
        }
        if (!counting) {
            counting = true;
            told = nanoTime.getAsLong();
        }
        for (Transition transition : transitions) {
            untold.merge(transition.transition(), 1L, Long::sum);
            decidedAt = transition.decidedAt();
        }
        counting = !transitions.isEmpty();
        if (!counting || nanoTime.getAsLong() - told >= PAUSE.toNanos()) {
            tell();
        }
        return true;
    }

    private void tell() {
        if (untold.isEmpty()) {
            return;
        }
        long all = untold.values().stream().mapToLong(Long::longValue).sum();
        String each = untold.entrySet().stream()
                .map(its -> number(its.getValue()) + ' ' + its.getKey())
                .collect(Collectors.joining(", "));
        lines.accept(number(all) + " transitions at once, the last one of " + decidedAt + ": " + each
                + " ('alerts' shows them)");
        untold.clear();
        told = nanoTime.getAsLong();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
