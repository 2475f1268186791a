package io.sectorwatch.ingest.period;

import io.sectorwatch.schemas.series.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of a period by its form alone.
 *
 * @param period the period it is for whoever knows nothing else; null where its form leaves that open
 * @param counted what is left open where a number does not say what it counts
 * @param fiscal the first of two years in a row, where the text may name a year that begins in one and ends in the other
 */
record WrittenPeriod(
        @Nullable Period period,
        @Nullable Counted counted,
        @Nullable Integer fiscal) {
    static WrittenPeriod of(Period period) {
        return new WrittenPeriod(period, null, null);
    }
}
