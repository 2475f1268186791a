package io.sectorwatch.ingest.period;

import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year and a number beside it that does not say what it counts, as in {@code 202401}.
 *
 * @param number its digits, as they are written
 */
record Counted(int year, String number, Mark mark) {
    /** What stands between the two. */
    enum Mark {
        /** Nothing that means anything. */
        PLAIN,
        /** A point, as in a decimal number, which loses the last 0 of a tenth month. */
        POINT,
        /** A trimestre, or SDMX's third of a year. */
        T,
        /** A kwartaal in the Netherlands, a Kalenderwoche in Germany. */
        KW
    }

    /** The period it is if it counts those of a frequency; null where it cannot. */
    @Nullable
    Period in(Frequency frequency) {
        int count = Integer.parseInt(number);
        String written = switch (frequency) {
            case A -> mark == Mark.POINT && count == 0 ? "" : null;
            case S -> isOneDigit() && isOpen() ? "-S" + count : null;
            case Q -> mark == Mark.T || mark == Mark.KW || isOneDigit() && isOpen() ? "-Q" + count : null;
            case M -> isOpen() && !(mark == Mark.POINT && isOneDigit()) ? "-" + padded(count) : null;
            case W -> mark != Mark.T && !(mark == Mark.POINT && isOneDigit()) ? "-W" + padded(count) : null;
            case D -> null;
        };
        if (written == null) {
            return null;
        }
        try {
            return Period.parse(year + written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Everything it can be. */
    List<Period> readings() {
        List<Period> readings = new ArrayList<>();
        for (Frequency frequency : Frequency.values()) {
            Period reading = in(frequency);
            if (reading != null) {
                readings.add(reading);
            }
        }
        return readings;
    }

    private boolean isOpen() {
        return mark == Mark.PLAIN || mark == Mark.POINT;
    }

    private boolean isOneDigit() {
        return number.length() == 1;
    }

    private static String padded(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
