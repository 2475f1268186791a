package io.sectorwatch.schemas.message;

import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How one sector stands over all areas.
 *
 * @param state the worst severity among the open alerts; null where none is open
 * @param indicators by indicator and frequency
 * @param policies of all areas, in the twelve months up to the newest knowledge of any
 * @param open number of open alerts by severity
 * @param openByArea the same of each area that has any
 * @param knownAt the newest knowledge time behind it
 */
public record SectorCard(
        String sector,
        @Nullable Severity state,
        List<Spread> indicators,
        Scorecard.Policies policies,
        SortedMap<Severity, Integer> open,
        SortedMap<String, SortedMap<Severity, Integer>> openByArea,
        Instant knownAt)
        implements Message {

    /** Stands where a card of an area has that, in the message and in its key. */
    public static final String ALL_AREAS = "*";

    private static final String KEYS = ALL_AREAS + '/';

    /**
     * The current values of one indicator. Groups of areas, such as the OECD, are none of them.
     *
     * @param areas how many areas have one
     * @param unit null where nobody says, and where they differ: then nothing is compared
     */
    public record Spread(
            String indicator,
            Frequency frequency,
            int areas,
            @Nullable String unit,
            @Nullable Statistic highest,
            @Nullable Statistic median,
            @Nullable Statistic lowest,
            @Nullable Comparison benchmark) {}

    /**
     * The highest, lowest or median value.
     *
     * @param comparator says that bounds among the values leave open what it is; null where it is known
     * @param of the figure that it rests on; for a median of an even number the two middle ones, lower first
     */
    public record Statistic(BigDecimal value, @Nullable Bound comparator, List<AreaFigure> of) {}

    /** The current figure of an area. */
    public record AreaFigure(
            String area,
            Period period,
            BigDecimal value,
            @Nullable Bound comparator) {}

    /**
     * How many areas are above the benchmark that their rules compare them with.
     *
     * @param areas those that are compared with one
     * @param possiblyAbove those of which bounds leave it open
     */
    public record Comparison(int areas, int above, int possiblyAbove) {}

    /** Whether a key of the topic of scorecards is one of a sector. */
    public static boolean isKey(String key) {
        return key.startsWith(KEYS);
    }

    /** Key of its record: {@code *}{@code /economy}. */
    public String key() {
        return KEYS + sector;
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
