package io.sectorwatch.launcher.table;

import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.rules.RuleDifference;
import io.sectorwatch.application.rules.RuleEffect;
import io.sectorwatch.application.rules.RuleNews;
import java.util.Locale;

/** What is said of rules and what they reach. */
public final class RuleWords {
    private static final String INDENT = " ".repeat(11);

    /** What comes of a rule that is put into effect, on a screen; beneath it what a changed one says differently. */
    public static String of(RuleEffect effect, Screen screen) {
        String head = String.format("%-9s  ", effect.news().name().toLowerCase(Locale.ROOT));
        String words = RuleNames.of(effect.rule()) + ": watches " + series(effect.series())
                + (effect.news() == RuleNews.UNCHANGED ? "" : ", touches " + openAlerts(effect.openAlerts()));
        StringBuilder text = new StringBuilder(screen.wrapped(head, words, INDENT));
        for (RuleDifference difference : effect.differences()) {
            text.append(System.lineSeparator()).append(screen.wrapped(INDENT, words(difference), INDENT + "  "));
        }
        return text.toString();
    }

    private static String words(RuleDifference difference) {
        String now = difference.now() == null ? "no longer said" : difference.now();
        return difference.field() + ": " + now
                + (difference.before() == null ? ", not said before" : ", was " + difference.before());
    }

    /** "12 series". */
    public static String series(int number) {
        return number == 0 ? "no series" : String.format(Locale.ROOT, "%,d series", number);
    }

    /** "no open alert", "3 open alerts". */
    public static String openAlerts(int number) {
        return number == 0
                ? "no open alert"
                : String.format(Locale.ROOT, number == 1 ? "%,d open alert" : "%,d open alerts", number);
    }

    private RuleWords() {}
}
