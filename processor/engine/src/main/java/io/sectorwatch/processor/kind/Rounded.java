package io.sectorwatch.processor.kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as people read them; the message's own fields carry them in full. */
public final class Rounded {
    private static final int DIGITS = 4;
    private static final int DIGITS_OF_LARGE = 6;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /**
     * At most four decimals, or four digits of what is smaller than that; of what is a thousand or more six digits, with a
     * comma before each three.
     */
    public static String of(BigDecimal number) {
        if (number.signum() == 0) {
            return number.toPlainString();
        }
        int before = number.precision() - number.scale();
        if (number.abs().compareTo(THOUSAND) >= 0) {
            return grouped(rounded(number, Math.max(0, Math.min(DIGITS, DIGITS_OF_LARGE - before))));
        }
        return rounded(number, before > 0 ? DIGITS : DIGITS - before);
    }

    /** Two numbers so that they can be told apart. */
    public static List<String> apart(BigDecimal one, BigDecimal other) {
        List<String> rounded = List.of(of(one), of(other));
        return rounded.get(0).equals(rounded.get(1)) ? List.of(one.toPlainString(), other.toPlainString()) : rounded;
    }

    private static String rounded(BigDecimal number, int decimals) {
        return number.scale() <= decimals
                ? number.toPlainString()
                : number.setScale(decimals, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String grouped(String number) {
        int point = number.indexOf('.');
        StringBuilder text = new StringBuilder(number);
        int first = number.startsWith("-") ? 1 : 0;
        for (int at = (point < 0 ? number.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private Rounded() {}
}
