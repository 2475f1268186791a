package io.sectorwatch.processor.kind;

import io.sectorwatch.schemas.series.Period;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at a period.
 *
 * @param benchmark row, in the first of the other series, of the figure compared with; View.NONE without one
 * @param of the period that it is the measure of, where that is another; else null
 */
public record Measurement(
        Interval value, int benchmark, @Nullable Period of) {
    /** One of the period at which it was measured. */
    public Measurement(Interval value, int benchmark) {
        this(value, benchmark, null);
    }
}
