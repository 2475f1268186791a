package io.sectorwatch.processor.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Exact fractions, and the one rounding there is. */
final class Numbers {
    /** A quotient of whole numbers, kept exactly. */
    record Fraction(BigInteger over, BigInteger under) {
        static final Fraction ZERO = whole(0);

        static Fraction whole(long number) {
            return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
        }

        static Fraction of(BigDecimal decimal) {
            return decimal.scale() <= 0
                    ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                    : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction minus(Fraction other) {
            return plus(new Fraction(other.over.negate(), other.under));
        }

        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction dividedBy(Fraction other) {
            return new Fraction(over.multiply(other.under), under.multiply(other.over));
        }

        int sign() {
            return over.signum() * under.signum();
        }

        Fraction magnitude() {
            return new Fraction(over.abs(), under.abs());
        }

        /** To 34 digits, a half to the even one. */
        BigDecimal rounded() {
            return plain(new BigDecimal(over).divide(new BigDecimal(under), MathContext.DECIMAL128));
        }
    }

    /** Without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Numbers() {}
}
