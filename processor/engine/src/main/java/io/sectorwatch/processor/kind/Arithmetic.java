package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Arithmetic on figures. A quotient is rounded once, to the 34 digits of IEEE 754 decimal128. */
final class Arithmetic {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return Decimals.computed(dividend.divide(divisor, MathContext.DECIMAL128));
    }

    /** The figure of a row as an interval; null for a withdrawn one or none. */
    static @Nullable Interval interval(View view, int row) {
        BigDecimal value = row == View.NONE ? null : view.history().value(row);
        return value == null
                ? null
                : new Interval(value, view.history().origin(row).comparator());
    }

    /** The figure of a row if it is exact, else null. */
    static @Nullable BigDecimal exact(View view, int row) {
        return row == View.NONE || view.history().origin(row).comparator() != null
                ? null
                : view.history().value(row);
    }

    private Arithmetic() {}
}
