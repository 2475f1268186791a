package io.sectorwatch.ingest.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure with something behind it in its cell: {@code 12.3p}, {@code 12.3 (e)}, {@code 12.3*}. What that says only a mapping
 * knows; a letter or two may be a status, a footnote or a unit.
 */
public record FlaggedFigure(String figure, String flag) {
    private static final int LONGEST = 60;
    private static final String MARK =
            "(?:\\(\\h*[\\p{L}\\d*]{1,4}\\.?\\h*\\)|\\[\\h*[\\p{L}\\d*]{1,4}\\h*]|[*\u2020\u2021\u00a7#]{1,4}"
                    + "|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2}|\\p{L}{1,4}\\.?)";
    private static final Pattern FORM =
            Pattern.compile("(?<figure>[-+\u2212\u2013(]?[\\d.,'\u2019\\h]*\\d\\h?%?\\)?|:|\\.\\.)" + "(?<flag>\\h*"
                    + MARK + "(?:[\\h,;]*" + MARK + "){0,3}|\\h+\\d{1,2}\\))");
    private static final Pattern AROUND = Pattern.compile("[()\\[\\].,;\\h]+");

    /** Units for short: whoever leaves them out is wrong by a million. */
    private static final Set<String> MAGNITUDES = Set.of(
            "bil", "bln", "bn", "k", "m", "md", "mia", "mil", "mill", "mio", "mld", "mln", "mm", "mn", "mrd", "th",
            "thou", "thsd", "tn", "trn", "tsd");

    /** What a cell holds; null where there is no figure with something behind it. */
    public static @Nullable FlaggedFigure of(String cell) {
        if (cell.length() > LONGEST || cell.isEmpty() || isDigit(cell.charAt(cell.length() - 1))) {
            return null;
        }
        Matcher matcher = FORM.matcher(cell);
        if (!matcher.matches()) {
            return null;
        }
        String flag = AROUND.matcher(matcher.group("flag")).replaceAll(" ").strip();
        return new FlaggedFigure(matcher.group("figure").strip(), flag);
    }

    /** Whether it may be a number of thousands or millions, and is none that is written out. */
    public boolean mayBeMagnitude() {
        return MAGNITUDES.contains(flag.toLowerCase(Locale.ROOT));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
