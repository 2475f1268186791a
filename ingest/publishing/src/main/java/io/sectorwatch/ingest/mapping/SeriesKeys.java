package io.sectorwatch.ingest.mapping;

import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.HashMap;
import java.util.Map;

/** The names of series, each kept once: a release has far more observations than series. Bounded; not thread-safe. */
final class SeriesKeys {
    private static final int MOST = 1 << 16;

    private final Map<SeriesKey, SeriesKey> known = new HashMap<>();
    private SeriesKey last = new SeriesKey("", "", "", Frequency.A);

    SeriesKey of(String indicator, String area, String sector, Frequency frequency) {
        if (last.area().equals(area)
                && last.indicator().equals(indicator)
                && last.sector().equals(sector)
                && last.frequency() == frequency) {
            return last;
        }
        if (known.size() == MOST) {
            known.clear();
        }
        SeriesKey key = new SeriesKey(indicator, area, sector, frequency);
        SeriesKey kept = known.putIfAbsent(key, key);
        last = kept == null ? key : kept;
        return last;
    }
}
