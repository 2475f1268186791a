package io.sectorwatch.ingest.vintage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Tells one figure in two spellings, of which one went through binary floating point, from two figures. */
final class Noise {
    /** Two to the power of 23: a binary number of single precision is that much more exact than its value. */
    private static final BigDecimal PRECISION = BigDecimal.valueOf(1 << 23);

    /**
     * Whether two canonical numbers differ by less than single precision can tell, and by nothing once the one with more
     * decimals is rounded to those of the other.
     */
    static boolean isAllThatDiffers(BigDecimal one, BigDecimal other) {
        if (one.compareTo(other) == 0) {
            return true;
        }
        int decimals = Math.min(one.scale(), other.scale());
        return one.setScale(decimals, RoundingMode.HALF_EVEN)
                                .compareTo(other.setScale(decimals, RoundingMode.HALF_EVEN))
                        == 0
                && one.subtract(other)
                                .abs()
                                .multiply(PRECISION)
                                .compareTo(one.abs().max(other.abs()))
                        < 0;
    }

    private Noise() {}
}
