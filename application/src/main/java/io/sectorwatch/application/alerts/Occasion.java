package io.sectorwatch.application.alerts;

import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What transitions came of: a release, or what else became known at one moment.
 *
 * @param key the same for all that came of the same
 * @param day of the decision
 * @param words for people
 */
public record Occasion(String key, LocalDate day, String words) {
    private static final Pattern NAMED_BY_MOMENT =
            Pattern.compile("(.+)/(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2})?)[\\d.]*Z)?");

    /**
     * Of one transition.
     *
     * @param release that it was decided with; null for none
     * @param closing what closed that release, where it is at hand
     */
    public static Occasion of(Transition transition, @Nullable String release, @Nullable ClosedRelease closing) {
        LocalDate day = LocalDate.ofInstant(transition.decidedAt(), ZoneOffset.UTC);
        if (release != null) {
            return new Occasion("release " + release, day, name(release, day) + said(release, closing));
        }
        String words = words(transition);
        return new Occasion(transition.decidedAt() + " " + words, day, words);
    }

    // Releases are mostly named by who published them, and when.
    private static String name(String release, LocalDate decided) {
        Matcher parts = NAMED_BY_MOMENT.matcher(release);
        if (!parts.matches()) {
            return "release " + release;
        }
        String time = parts.group(3);
        boolean isOfThatDay = decided.toString().equals(parts.group(2));
        return "release of " + parts.group(1) + (isOfThatDay ? "" : ", published " + parts.group(2))
                + (time == null ? "" : (isOfThatDay ? ", " : " ") + time);
    }

    private static String said(String release, @Nullable ClosedRelease closing) {
        if (closing == null) {
            return "";
        }
        String source = closing.source().id();
        return (release.startsWith(source + "/") || release.contains("/" + source + "/") ? "" : ", by " + source)
                + (closing.title() == null ? "" : ", " + closing.title())
                + (closing.tally() == null ? "" : counts(closing.tally()));
    }

    private static String counts(ClosedRelease.Tally tally) {
        List<String> counts = new ArrayList<>();
        count(counts, tally.added(), "new");
        count(counts, tally.revised(), "revised");
        count(counts, tally.withdrawn(), "withdrawn");
        return counts.isEmpty() ? "" : ": " + String.join(", ", counts);
    }

    private static void count(List<String> counts, int number, String what) {
        if (number > 0) {
            counts.add(String.format(Locale.ROOT, "%,d %s", number, what));
        }
    }

    private static String words(Transition transition) {
        return switch (transition.reason()) {
            case TIME_PASSED -> "time passed";
            case RULE_CHANGED -> "rules changed";
            case CORRECTION -> "facts corrected";
            case NEW_PERIOD, REVISION -> facts(transition.observation(), transition.decidedAt());
            case BENCHMARK_NEW_PERIOD, BENCHMARK_REVISION -> facts(transition.benchmark(), transition.decidedAt());
        };
    }

    // An older figure is not what was news, and a count is no publication.
    private static String facts(@Nullable Figure figure, Instant decidedAt) {
        return figure == null
                        || !figure.published().equals(decidedAt)
                        || figure.source().equals(PolicyCounts.SOURCE)
                ? "new facts"
                : "facts of " + figure.source();
    }
}
