package io.sectorwatch.application.series;

import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.SeriesKey;
import org.jspecify.annotations.Nullable;

/**
 * A series as a person names it: {@code rd-intensity/CHN/economy/A}, of which sector and frequency may be left out.
 *
 * @param sector null for any
 * @param frequency null for any
 */
public record SeriesName(
        String indicator,
        String area,
        @Nullable String sector,
        @Nullable Frequency frequency) {

    /** Reads a name; throws IllegalArgumentException saying what is wrong with it. */
    public static SeriesName parse(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw new IllegalArgumentException("'" + name
                    + "' is not a series: write indicator/area/sector/frequency, as rd-intensity/CHN/economy/A; sector"
                    + " and frequency may be left out");
        }
        // Frequencies are capitals, and sectors are not.
        boolean endsWithFrequency = parts.length == 4 || parts.length == 3 && parts[2].matches("[A-Z]");
        String sector = parts.length == 4 || parts.length == 3 && !endsWithFrequency ? parts[2] : null;
        return new SeriesName(
                Codes.indicator(parts[0]),
                Codes.area(parts[1]),
                sector == null ? null : Codes.sector(sector),
                endsWithFrequency ? Frequency.of(parts[parts.length - 1]) : null);
    }

    /** Whether a series may be meant. */
    public boolean matches(SeriesKey series) {
        return indicator.equals(series.indicator())
                && area.equals(series.area())
                && (sector == null || sector.equals(series.sector()))
                && (frequency == null || frequency == series.frequency());
    }

    @Override
    public String toString() {
        return indicator
                + '/'
                + area
                + (sector == null ? "" : '/' + sector)
                + (frequency == null ? "" : "/" + frequency);
    }
}
