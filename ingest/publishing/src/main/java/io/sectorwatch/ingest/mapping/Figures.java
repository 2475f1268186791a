package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.FigureMarks.Mark;
import io.sectorwatch.ingest.format.FlaggedFigure;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Figures as publishers write them.
 *
 * @param marks before fractions and between thousands, as far as somebody says so
 * @param missing marks that stand for no figure, beside the usual ones
 * @param factor what a figure is multiplied with, exactly
 */
record Figures(FigureMarks marks, Set<String> missing, BigDecimal factor) {
    private static final Set<String> USUALLY_MISSING = Set.of("", ":", "..", "...", "…");
    private static final String NOT_A_NUMBER = "NaN";
    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");
    /** A binary floating-point number has at most 25 characters; a BigDecimal of a million digits takes minutes. */
    private static final int LONGEST = 100;

    private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014", "\u2212");
    private static final Pattern EITHER_COMMA = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern SEVERAL_MARKS = Pattern.compile("[-+]?\\d[\\d.,' ]*");

    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(\\h*\\d[\\d.,' ]*%?\\h*\\)");

    private static final int MOST_IN_A_LONG = 18;

    /** The figure in canonical form, null for a missing one; throws IllegalArgumentException. */
    @Nullable
    BigDecimal parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        BigDecimal small = marks.fraction() == Mark.POINT && marks.thousands() != Mark.POINT ? small(text) : null;
        BigDecimal number = small != null ? small : any(text);
        if (number == null) {
            return null;
        }
        return Decimals.canonical(factor.compareTo(BigDecimal.ONE) == 0 ? number : number.multiply(factor));
    }

    // Nearly all figures are a few digits with a point among them.
    private static @Nullable BigDecimal small(String text) {
        int length = text.length();
        int first = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (length == first || length - first > MOST_IN_A_LONG) {
            return null;
        }
        long digits = 0;
        int point = -1;
        for (int i = first; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > first && i < length - 1) {
                point = i;
            } else {
                return null;
            }
        }
        return BigDecimal.valueOf(first == 1 ? -digits : digits, point < 0 ? 0 : length - 1 - point);
    }

    private @Nullable BigDecimal any(String text) {
        String stripped = text.strip();
        if (USUALLY_MISSING.contains(stripped) || missing.contains(stripped)) {
            return null;
        }
        if (stripped.length() > LONGEST) {
            throw new IllegalArgumentException("the figure has " + stripped.length() + " characters");
        }
        if (stripped.equalsIgnoreCase(NOT_A_NUMBER)) {
            throw new IllegalArgumentException("'" + stripped
                    + "' is what is left of a calculation that went wrong, and"
                    + " no figure (where it stands for a missing one, the mapping says value: {missing: [" + stripped
                    + "]})");
        }
        if (INFINITE.contains(stripped.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("'" + stripped + "' is infinite, and no statistic is");
        }
        if (DASHES.contains(stripped)) {
            throw new IllegalArgumentException(
                    "'" + stripped + "' stands for nothing known with some publishers, and for"
                            + " exactly zero with others (where no figure is known, the mapping says value: {missing: [\""
                            + stripped
                            + "\"]})");
        }
        @Nullable String plain = marks.plain(marks.withoutCurrency(stripped));
        try {
            if (plain != null) {
                return new BigDecimal(plain);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + stripped + "' is not a number", e);
        }
        throw new IllegalArgumentException("'" + stripped + "' is not a number" + hint(stripped));
    }

    private String hint(String text) {
        @Nullable String beside = FigureHints.of(text, marks.currency());
        if (beside != null) {
            return beside;
        }
        @Nullable FlaggedFigure flagged = FlaggedFigure.of(text);
        if (flagged != null && flagged.mayBeMagnitude()) {
            return ", since figures have to be written out: '" + flagged.flag()
                    + "' behind it may stand for thousands, millions or more";
        }
        if (flagged != null) {
            return ": behind the figure stands '" + flagged.flag() + "'; that it is a flag the mapping says with value:"
                    + " {flags: behind}"
                    + (StatusCodes.withoutFootnotes(flagged.flag()).isEmpty()
                            ? ""
                            : ", and what it means with status: {from: OBS_FLAG, codes: {" + flagged.flag() + ": …}}");
        }
        if (!marks.parentheses() && IN_PARENTHESES.matcher(text).matches()) {
            return ": the parentheses stand for a minus if the mapping says value: {negative: parentheses}";
        }
        if (marks.areSaid()) {
            return SEVERAL_MARKS.matcher(text).matches()
                    ? " with the marks that the mapping says, value: {decimal: …, thousands: …}"
                    : "";
        }
        if (EITHER_COMMA.matcher(text).matches()) {
            return ": the comma in it separates thousands if the mapping says value: {thousands: comma}, and stands before"
                    + " the fraction if it says value: {decimal: comma}";
        }
        return COMMA.matcher(text).matches()
                ? " (where the comma stands before the fraction, the mapping says value: {decimal: comma})"
                : "";
    }
}
