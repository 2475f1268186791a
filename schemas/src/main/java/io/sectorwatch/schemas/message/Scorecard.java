package io.sectorwatch.schemas.message;

import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How one sector of one area stands.
 *
 * @param state the worst severity among the open alerts; null where none is open
 * @param indicators by indicator and frequency
 * @param open number of open alerts by severity
 * @param knownAt the newest knowledge time behind it
 */
public record Scorecard(
        String area,
        String sector,
        @Nullable Severity state,
        List<Line> indicators,
        Policies policies,
        SortedMap<Severity, Integer> open,
        Instant knownAt)
        implements Message {

    /**
     * One indicator's current value.
     *
     * @param previous the value of the known period before; with {@code change}, null where there is none or a bound
     * @param gap to the benchmark its rules compare it with, null without one
     */
    public record Line(
            String indicator,
            Frequency frequency,
            Period period,
            BigDecimal value,
            @Nullable Bound comparator,
            @Nullable String unit,
            List<String> status,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal change,
            @Nullable Gap gap) {}

    /** The distance to a benchmark, as value minus benchmark. */
    public record Gap(
            SeriesKey benchmark,
            Period period,
            BigDecimal value,
            @Nullable Bound comparator) {}

    /** Numbers of policy events: in the trailing twelve months (of those whose month is known), and in all. */
    public record Policies(Counts trailingYear, Counts total) {}

    /** Numbers of policy events by kind and stance. */
    public record Counts(int events, SortedMap<String, Integer> kinds, SortedMap<String, Integer> stances) {}

    /** Key of its record: {@code CHN/economy}. */
    public String key() {
        return area + '/' + sector;
    }

    @Override
    public Instant time() {
        return knownAt;
    }

    @Override
    public String subject() {
        return key();
    }
}
