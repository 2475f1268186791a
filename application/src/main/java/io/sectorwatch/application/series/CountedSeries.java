package io.sectorwatch.application.series;

import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The series that the processor counts from policy events, as it does. They are on no topic. */
public final class CountedSeries {

    /**
     * All of them, from the first period with an event on.
     *
     * @param events every version that is not void
     * @param tick the newest moment that is known to have passed; null where none is
     * @param asOf the moment at which to look; null for all that is known
     */
    public static SortedMap<SeriesKey, List<Vintage>> of(
            Collection<PolicyEvent> events, @Nullable Instant tick, @Nullable Instant asOf) {
        SortedMap<SeriesKey, SeriesHistory> histories = new TreeMap<>();
        Origins origins = new Origins();
        PolicyCounts counts = new PolicyCounts(
                key -> histories.computeIfAbsent(key, added -> new SeriesHistory(added, histories.size(), origins)));
        long passed = tick == null ? Long.MIN_VALUE : tick.toEpochMilli();
        for (PolicyEvent event : events) {
            if (asOf == null || !event.published().isAfter(asOf)) {
                counts.add(event, passed);
            }
        }
        SortedMap<SeriesKey, List<Vintage>> series = new TreeMap<>();
        histories.forEach((key, history) -> {
            List<Vintage> vintages = vintages(history);
            if (!vintages.isEmpty()) {
                series.put(key, vintages);
            }
        });
        return series;
    }

    private static List<Vintage> vintages(SeriesHistory history) {
        List<Vintage> vintages = new ArrayList<>();
        for (int row = history.start(history.foldsFrom()); row < history.size(); row++) {
            Observation count = history.observation(row);
            vintages.add(new Vintage(FactId.of(count), count, null));
        }
        return vintages;
    }

    private CountedSeries() {}
}
