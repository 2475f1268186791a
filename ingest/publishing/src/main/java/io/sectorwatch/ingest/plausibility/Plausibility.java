package io.sectorwatch.ingest.plausibility;

import io.sectorwatch.schemas.message.Observation;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Judges figures by themselves, or against one other. */
public final class Plausibility {
    private static final String FORECAST = "F";
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

    // Before the decimal point; none or fewer for a number below one.
    private static int digits(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private static boolean isTenfold(BigDecimal large, BigDecimal small) {
        return large.abs().compareTo(small.abs().scaleByPowerOfTen(1)) >= 0;
    }

    private Plausibility() {}
}
