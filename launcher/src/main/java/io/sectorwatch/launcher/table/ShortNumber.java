package io.sectorwatch.launcher.table;

import io.sectorwatch.schemas.series.Bound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A number as a person reads it in a table. */
final class ShortNumber {
    private static final int DECIMALS = 2;

    /** From here on decimals say nothing to a person. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(100);

    /** With the sign of its bound in front, and rounded to the side where the bound holds. */
    static String of(BigDecimal value, @Nullable Bound bound) {
        int decimals = value.abs().compareTo(LARGE) < 0 ? DECIMALS : 0;
        BigDecimal shown = value.scale() > decimals ? value.setScale(decimals, rounding(bound)) : value;
        return (bound == null ? "" : bound.symbol()) + shown.toPlainString();
    }

    private static RoundingMode rounding(@Nullable Bound bound) {
        if (bound == null) {
            return RoundingMode.HALF_EVEN;
        }
        return bound == Bound.MORE || bound == Bound.AT_LEAST ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }

    private ShortNumber() {}
}
