package io.sectorwatch.application.series;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A series in a list of them.
 *
 * @param periods how many have a value
 * @param first the first of them; null where none has
 * @param newest the current value of the last of them, without its place in the publication; null where none has
 * @param published when the newest of all its vintages was
 */
public record SeriesSummary(
        SeriesKey series,
        int periods,
        @Nullable Period first,
        @Nullable Observation newest,
        Instant published) {}
