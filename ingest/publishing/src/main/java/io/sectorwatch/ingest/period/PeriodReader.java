package io.sectorwatch.ingest.period;

import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads periods with what somebody says of their form. What stays open is refused, with its readings and what to say.
 *
 * @param fiscal which year counts of two; null where nobody says
 * @param form the form all of them have; null for any that publishers usually have
 */
public record PeriodReader(
        @Nullable FiscalYear fiscal, @Nullable PeriodForm form) {
    /** With nothing said. */
    public static final PeriodReader USUAL = new PeriodReader(null, null);

    private static final String OVERRULED = "; if it is wrong, a mapping says period: {frequency: A}, S, Q, M, W or D";

    /** Whether a text may be a year that begins in one and ends in the next, as 2010-11 may, which may be a month too. */
    public static boolean mayBeTwoYears(String text) {
        return PeriodText.isTwoYears(text);
    }

    /** Reads a period by itself; throws IllegalArgumentException saying what is wrong with it. */
    public Period read(String text) {
        WrittenPeriod written = written(text);
        if (written.period() == null) {
            throw open(text, written);
        }
        return written.period();
    }

    /** Reads one where somebody says its frequency: a day or a month then names the longer period it lies in. */
    public Period within(String text, Frequency frequency) {
        WrittenPeriod written = written(text);
        Period period = exact(text, written, frequency);
        if (period != null) {
            return period;
        }
        Period shorter = written.period();
        if (shorter != null && shorter.frequency().compareTo(frequency) > 0) {
            Period longer = Period.containing(shorter.start(), frequency);
            if (longer.equals(Period.containing(shorter.end().minusDays(1), frequency))) {
                return longer;
            }
        }
        throw new IllegalArgumentException(
                "'" + PeriodText.shortened(text) + "' is no period of frequency " + frequency);
    }

    /**
     * Reads one where the publisher says the frequency beside it: it has to be a period of that, or its first or last day.
     *
     * @param said what it says of the frequency
     */
    public Period beside(String text, SaidFrequency said) {
        Frequency frequency = said.frequency();
        if (frequency != null) {
            return beside(text, frequency);
        }
        WrittenPeriod written = written(text);
        Period period = written.period();
        if (period == null) {
            throw open(text, written);
        }
        if (said == SaidFrequency.HOURS_OR_HALVES && period.frequency() != Frequency.S) {
            throw new IllegalArgumentException("'" + PeriodText.shortened(text) + "' is no half-year, and the frequency"
                    + " beside it, H, means half-years or hours" + OVERRULED);
        }
        if (said == SaidFrequency.UNSPECIFIED && isFirstOfMonth(period)) {
            throw new IllegalArgumentException(
                    "nothing says whether '" + PeriodText.shortened(text) + "' is that day, or"
                            + " the month, quarter or year that begins with it: a mapping says it with period: {frequency: Q}, M,"
                            + " A or D");
        }
        return period;
    }

    /** The same where that is one of ours. */
    public Period beside(String text, Frequency frequency) {
        WrittenPeriod written = written(text);
        Period period = exact(text, written, frequency);
        if (period != null) {
            return period;
        }
        Period day = written.period();
        if (day != null && day.frequency() == Frequency.D) {
            Period longer = Period.containing(day.start(), frequency);
            LocalDate date = day.start();
            if (date.equals(longer.start()) || date.equals(longer.end().minusDays(1))) {
                return longer;
            }
            throw new IllegalArgumentException(
                    "'" + PeriodText.shortened(text) + "' is neither the first nor the last day"
                            + " of a period of frequency " + frequency + ", which stands beside it" + OVERRULED);
        }
        throw new IllegalArgumentException("'" + PeriodText.shortened(text) + "' is no period of frequency " + frequency
                + ", which stands beside it" + OVERRULED);
    }

    /** What a text says in a frequency without any reckoning; null where that is nothing. */
    private @Nullable Period exact(String text, WrittenPeriod written, Frequency frequency) {
        if (frequency == Frequency.A && written.fiscal() != null) {
            throw open(text, new WrittenPeriod(written.period(), null, written.fiscal()));
        }
        Period period = written.period();
        if (period != null) {
            return period.frequency() == frequency ? period : null;
        }
        Counted counted = written.counted();
        return counted == null ? null : counted.in(frequency);
    }

    private WrittenPeriod written(String text) {
        if (form != null) {
            return WrittenPeriod.of(form.read(text));
        }
        WrittenPeriod written = PeriodText.of(text);
        if (fiscal == null) {
            return written;
        }
        if (written.fiscal() != null) {
            return WrittenPeriod.of(Period.parse(Integer.toString(fiscal.of(written.fiscal()))));
        }
        if (PeriodText.isYearAndTwoDigits(text)) {
            throw new IllegalArgumentException("'" + PeriodText.shortened(text)
                    + "' names no two years in a row, and the mapping says that it does");
        }
        return written;
    }

    private static boolean isFirstOfMonth(Period period) {
        return period.frequency() == Frequency.D && period.start().getDayOfMonth() == 1;
    }

    private static IllegalArgumentException open(String text, WrittenPeriod written) {
        List<String> readings = new ArrayList<>();
        List<String> sayings = new ArrayList<>();
        List<Period> periods = new ArrayList<>(
                written.counted() == null ? List.of() : written.counted().readings());
        if (written.period() != null) {
            periods.add(written.period());
        }
        for (Period period : periods) {
            readings.add(period.toString());
            sayings.add("{frequency: " + period.frequency() + '}');
        }
        if (written.fiscal() != null) {
            readings.add("a year from " + written.fiscal() + " to " + (written.fiscal() + 1));
            sayings.add("{fiscal: start}");
            sayings.add("{fiscal: end}");
        }
        if (written.counted() != null && written.counted().mark() == Counted.Mark.T) {
            readings.add("a third of the year, for which there is no frequency");
        }
        if (written.counted() != null && written.counted().mark() == Counted.Mark.POINT) {
            readings.add("a decimal number");
            sayings.add("{form: yyyy.MM}");
        }
        return new IllegalArgumentException("'" + PeriodText.shortened(text) + "' does not say whether it is "
                + String.join(" or ", readings) + ": a mapping says it with period: "
                + sayings.stream().distinct().collect(Collectors.joining(" or ")));
    }
}
