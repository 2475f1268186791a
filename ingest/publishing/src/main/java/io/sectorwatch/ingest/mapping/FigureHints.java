package io.sectorwatch.ingest.mapping;

import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to do with a figure that has a sign beside it: a bound, a currency, or that it is not exact. */
final class FigureHints {
    private static final String FIGURE = "[-+\u2212\u2013(]?\\h*[.,]?\\d.*";
    private static final Pattern BOUND = Pattern.compile("(?:<=|>=|[<>\u2264\u2265\u2a7d\u2a7e])\\h*" + FIGURE);
    private static final Pattern ABOUT =
            Pattern.compile("(?i)(~|\u2248|\u2243|\u00b1|ca?\\.|circa|about|approx\\.?)\\h*" + FIGURE);
    private static final Pattern BEFORE =
            Pattern.compile("[-+\u2212\u2013(]?\\h*(?<sign>[A-Z]{0,3}\\p{Sc}|[A-Z]{3})\\h*" + FIGURE);
    private static final Pattern BEHIND =
            Pattern.compile("[-+\u2212\u2013(]?[\\d.,'\u2019\\h]*\\d\\h*(?<sign>\\p{Sc}|[A-Z]{3})\\h*\\)?");

    /**
     * A hint for the end of a complaint; null where no such sign is known.
     *
     * @param currency that a mapping says; null for none
     */
    static @Nullable String of(String text, @Nullable String currency) {
        if (BOUND.matcher(text).matches()) {
            return ": that it is a bound, on whose one side the true figure lies, the mapping says with value: {bounds: before}";
        }
        Matcher about = ABOUT.matcher(text);
        if (about.matches()) {
            return ": '" + about.group(1)
                    + "' says that it is only about so much, which cannot be said of a figure here; where it"
                    + " is to be taken nevertheless, leave the sign out of the file, and say what it is with a status such as E";
        }
        for (Pattern pattern : new Pattern[] {BEFORE, BEHIND}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches() && isCurrency(matcher.group("sign"))) {
                return hint(matcher.group("sign"), currency);
            }
        }
        return null;
    }

    private static String hint(String sign, @Nullable String currency) {
        return currency == null
                ? ": '" + sign
                        + "' is left out, where all figures are in that currency, if the mapping says value: {currency: "
                        + sign + "}, and unit: what it is"
                : ": beside it stands '" + sign + "', and the mapping says value: {currency: " + currency
                        + "}; figures in several currencies are no series";
    }

    private static boolean isCurrency(String sign) {
        if (sign.length() != 3 || !sign.chars().allMatch(Character::isLetter)) {
            return true;
        }
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(sign));
    }

    private FigureHints() {}
}
