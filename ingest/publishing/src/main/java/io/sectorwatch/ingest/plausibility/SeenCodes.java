package io.sectorwatch.ingest.plausibility;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The indicators, areas and sectors of facts, and which source says something of which indicator. */
public final class SeenCodes {
    final Set<String> indicators = new HashSet<>();
    final Set<String> areas = new HashSet<>();
    final Set<String> sectors = new HashSet<>();
    private final Set<Voice> voices = new HashSet<>();
    private @Nullable SeriesKey lastSeries;
    private String lastSource = "";

    private record Voice(String source, String indicator) {}

    /** Takes those of a fact. */
    public void add(Message fact) {
        if (fact instanceof Observation observation) {
            SeriesKey series = observation.series();
            String source = observation.source().id();
            // Facts of a series mostly follow each other.
            if (!series.equals(lastSeries) || !source.equals(lastSource)) {
                lastSeries = series;
                lastSource = source;
                add(series.indicator(), series.area(), series.sector());
                voices.add(new Voice(source, series.indicator()));
            }
        } else if (fact instanceof PolicyEvent policy) {
            areas.add(policy.area());
            sectors.addAll(policy.sectors());
        }
    }

    /** Takes those of a series, whoever says something of it. */
    public void add(String indicator, String area, String sector) {
        indicators.add(indicator);
        areas.add(area);
        sectors.add(sector);
    }

    boolean isEmpty() {
        return indicators.isEmpty() && areas.isEmpty();
    }

    boolean hasVoice(Observation figure) {
        return voices.contains(new Voice(figure.source().id(), figure.series().indicator()));
    }
}
