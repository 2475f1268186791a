package io.sectorwatch.processor.kind;

import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another series that a rule looks at, named as seen from the series it watches.
 *
 * @param indicator null for the one of the watched series; so for the sector
 * @param trusted its trusted sources, the most trusted first; null where all count alike
 * @param trustedAsOwn whether its sources are trusted as those of the watched series are
 */
public record ComparedSeries(
        String area,
        @Nullable String indicator,
        @Nullable String sector,
        @Nullable List<String> trusted,
        boolean trustedAsOwn) {

    /** The same series of another area, its sources trusted in the same way. */
    static ComparedSeries ofArea(String area) {
        return new ComparedSeries(area, null, null, null, true);
    }

    /** The series itself, for a watched one. */
    public SeriesKey of(SeriesKey watched) {
        return new SeriesKey(
                indicator == null ? watched.indicator() : indicator,
                area,
                sector == null ? watched.sector() : sector,
                watched.frequency());
    }

    /** The sources trusted, for a rule that trusts these of its own series. */
    public @Nullable List<String> trust(@Nullable List<String> own) {
        return trustedAsOwn ? own : trusted;
    }
}
