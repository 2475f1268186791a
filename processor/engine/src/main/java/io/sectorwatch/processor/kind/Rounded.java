package io.sectorwatch.processor.kind;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them; the message's own fields carry them in full. */
public final class Rounded {
    private static final int DIGITS = 4;

    /** At most four decimals, or four digits of what is smaller than that. */
    public static String of(BigDecimal number) {
        int wanted = Math.max(DIGITS, number.scale() - number.precision() + DIGITS);
        if (number.scale() <= wanted || number.signum() == 0) {
            return number.toPlainString();
        }
        return number.setScale(number.abs().compareTo(BigDecimal.ONE) >= 0 ? DIGITS : wanted, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private Rounded() {}
}
