package io.sectorwatch.ingest.mapping;

import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures as publishers write them.
 *
 * @param comma whether a comma stands before the fraction, and not a point
 * @param missing marks that stand for no figure, beside the usual ones
 * @param factor what a figure is multiplied with, exactly
 */
record Figures(boolean comma, Set<String> missing, BigDecimal factor) {
    private static final Set<String> USUALLY_MISSING = Set.of("", ":", "..", "...");
    private static final String NOT_A_NUMBER = "NaN";
    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");
    /** A binary floating-point number has at most 25 characters; a BigDecimal of a million digits takes minutes. */
    private static final int LONGEST = 100;

    private static final int MOST_IN_A_LONG = 18;

    /** The figure in canonical form, null for a missing one; throws IllegalArgumentException. */
    @Nullable
    BigDecimal parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        BigDecimal small = comma ? null : small(text);
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
        try {
            if (comma && stripped.indexOf('.') >= 0) {
                throw new NumberFormatException("a point beside a comma");
            }
            return new BigDecimal(comma ? stripped.replace(',', '.') : stripped);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + stripped + "' is not a number" + hint(stripped), e);
        }
    }

    private String hint(String text) {
        return !comma && text.matches("-?\\d+,\\d+")
                ? " (where the comma stands before the fraction, the mapping says value: {decimal: comma})"
                : "";
    }
}
