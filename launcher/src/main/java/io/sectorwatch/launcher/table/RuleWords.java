package io.sectorwatch.launcher.table;

import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.rules.RuleEffect;
import java.util.Locale;

/** What is said of rules and what they reach. */
public final class RuleWords {
    private static final String INDENT = " ".repeat(11);

    /** What comes of a rule that is put into effect, on a screen. */
    public static String of(RuleEffect effect, Screen screen) {
        String head = String.format("%-9s  ", effect.news().name().toLowerCase(Locale.ROOT));
        String words = RuleNames.of(effect.rule()) + ": watches " + series(effect.series()) + ", touches "
                + openAlerts(effect.openAlerts());
        return screen.wrapped(head, words, INDENT);
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
