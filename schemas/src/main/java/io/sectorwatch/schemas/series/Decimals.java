package io.sectorwatch.schemas.series;

import java.math.BigDecimal;

/** The one form of a decimal number: no trailing zeros, no exponent, of a size that statistics have. */
public final class Decimals {
    /** As many digits as an IEEE 754 decimal128 holds. */
    private static final int MOST_DIGITS = 34;

    private static final int LARGEST_EXPONENT = 60;

    /** Why a number is none that a statistic can need. */
    public static final String TOO_LARGE =
            "the number has more than " + MOST_DIGITS + " digits or an exponent beyond " + LARGEST_EXPONENT;

    /** What differences, sums and quotients of canonical numbers stay far below. */
    private static final int LARGEST_COMPUTED = 400;

    /** The number without trailing zeros; throws IllegalArgumentException for one no statistic can need. */
    public static BigDecimal canonical(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (number.precision() > 2 * MOST_DIGITS || Math.abs(exponent(number)) > LARGEST_EXPONENT) {
            throw tooLarge();
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.precision() > MOST_DIGITS) {
            throw tooLarge();
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The same for a number computed from canonical ones: a difference or sum of them is exact, and so may be longer. */
    public static BigDecimal computed(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (number.precision() > LARGEST_COMPUTED || Math.abs(exponent(number)) > LARGEST_COMPUTED) {
            throw new IllegalArgumentException(
                    "the number has more than " + LARGEST_COMPUTED + " digits or an exponent beyond that");
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static long exponent(BigDecimal number) {
        return (long) number.precision() - number.scale() - 1;
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException(TOO_LARGE);
    }

    private Decimals() {}
}
