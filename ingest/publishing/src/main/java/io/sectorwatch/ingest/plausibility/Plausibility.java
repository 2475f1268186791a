package io.sectorwatch.ingest.plausibility;

import io.sectorwatch.schemas.message.Observation;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** Judges figures by themselves, or against one other. */
public final class Plausibility {
    private static final String FORECAST = "F";
    private static final BigDecimal ROUNDED = BigDecimal.valueOf(200);
    // Where a day begins first; a figure of today may be published there while it is yesterday in Greenwich.
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    /**
     * Whether one figure is at least ten times the other, in either direction. Of figures without a common sign, and of
     * zero, there is no telling.
     */
    public static boolean isLeap(BigDecimal one, BigDecimal other) {
        if (one.signum() == 0 || one.signum() != other.signum()) {
            return false;
        }
        int digits = digits(one) - digits(other);
        return switch (digits) {
            case 0 -> false;
            case 1 -> isTenfold(one, other);
            case -1 -> isTenfold(other, one);
            default -> true;
        };
    }

    /** Whether a figure was published before its period had begun anywhere on earth, and is no forecast. */
    public static boolean isTooEarly(Observation figure) {
        return !figure.status().contains(FORECAST)
                && figure.published().getEpochSecond()
                        < figure.period().start().toEpochSecond(LocalTime.MIDNIGHT, EARLIEST);
    }

    /** Whether two figures say different units; one that says none goes with any. */
    public static boolean isOtherUnit(Observation one, Observation other) {
        return one.unit() != null && other.unit() != null && !one.unit().equals(other.unit());
    }

    /**
     * Whether one figure is the other with the decimal point elsewhere, as another unit has it, but for what rounding leaves:
     * within a two hundredth.
     */
    public static boolean isMovedPoint(BigDecimal one, BigDecimal other) {
        BigDecimal large = one.abs().max(other.abs());
        BigDecimal small = one.abs().min(other.abs());
        BigDecimal alike = small.scaleByPowerOfTen(digits(large) - digits(small));
        // 99.9 beside 1 is nearly a hundred, and has a digit less than that.
        BigDecimal nearest = List.of(alike, alike.scaleByPowerOfTen(1), alike.scaleByPowerOfTen(-1)).stream()
                .min(Comparator.comparing(moved -> moved.subtract(large).abs()))
                .orElse(alike);
        return nearest.subtract(large).abs().multiply(ROUNDED).compareTo(large) <= 0;
    }

    // Before the decimal point; none or fewer for a number below one.
    private static int digits(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private static boolean isTenfold(BigDecimal large, BigDecimal small) {
        return large.abs().compareTo(small.abs().scaleByPowerOfTen(1)) >= 0;
    }

    private Plausibility() {}
}
