package io.sectorwatch.ingest.period;

import io.sectorwatch.schemas.series.Period;

/**
 * Periods as publishers write them: those of SDMX (gregorian periods, reporting periods, time ranges, points in time) and
 * of spreadsheets, {@code 2018M01}, {@code 2000 Q1}, {@code Q1-2018}, {@code 2018K1}, {@code 1. Quartal 2018},
 * {@code Jan 2018}.
 */
public final class Periods {
    /** Reads a period that needs nothing said; throws IllegalArgumentException saying what is wrong, or open. */
    public static Period parse(String text) {
        return PeriodReader.USUAL.read(text);
    }

    private Periods() {}
}
