package io.sectorwatch.schemas.message;

import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vintage: what a source said, at a moment, of one period of a series. Without a value it withdraws the period's.
 *
 * @param value in canonical form; null withdraws
 * @param comparator null for an exact value
 * @param status sorted codes of SDMX CL_OBS_STATUS, never empty
 * @param published knowledge time, to the millisecond
 * @param nextRelease when the next figure of the series is due
 */
public record Observation(
        SeriesKey series,
        Period period,
        @Nullable BigDecimal value,
        @Nullable Bound comparator,
        @Nullable String unit,
        List<String> status,
        Instant published,
        Source source,
        @Nullable LocalDate nextRelease)
        implements IndicatorMessage {

    /** The status of a figure about which nothing particular is said. */
    public static final List<String> NORMAL = List.of("A");

    /** The status of a figure that is not there. */
    public static final List<String> MISSING = List.of("M");

    @Override
    public Instant time() {
        return published;
    }

    @Override
    public String subject() {
        return series + "/" + period;
    }
}
