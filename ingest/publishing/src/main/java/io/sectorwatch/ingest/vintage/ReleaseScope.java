package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.SeriesKey;

/** What the areas of a whole release have in common. */
record ReleaseScope(String source, String indicator, String sector, Frequency frequency) {
    static ReleaseScope of(Observation observation) {
        return of(observation.source().id(), observation.series());
    }

    static ReleaseScope of(String source, SeriesKey series) {
        return new ReleaseScope(source, series.indicator(), series.sector(), series.frequency());
    }
}
