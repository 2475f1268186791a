package io.sectorwatch.ingest.mapping;

import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods as publishers write them: those of SDMX (gregorian periods, reporting periods, time ranges, points in time),
 * {@code 2018M01}, {@code 2018Q1}, {@code Q1-2018}, {@code 2018S1}, {@code 2018B1}, {@code 2018H1}, {@code 2018W05}.
 */
public final class Periods {
    private static final int LONGEST = 60;
    private static final String ZONE = "(?:Z|[+-]\\d{2}:\\d{2})?";
    private static final String TIME = "(?:T00:00(?::00(?:\\.0+)?)?)?";

    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-?A1?)?" + ZONE);
    private static final Pattern PART = Pattern.compile("(\\d{4})-?([SBHQMWDT])(\\d{1,3})");
    private static final Pattern PART_FIRST = Pattern.compile("([SBHQM])(\\d{1,2})[- ](\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d{2})" + ZONE);
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})" + TIME + ZONE);
    private static final Pattern RANGE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})" + TIME + ZONE + "/P(1Y|12M|6M|3M|1M|1W|7D|1D)");

    /** Reads a period; throws IllegalArgumentException saying what is wrong with it. */
    public static Period parse(String text) {
        String stripped = text.strip();
        if (stripped.length() <= LONGEST) {
            Matcher year = YEAR.matcher(stripped);
            if (year.matches()) {
                return Period.parse(year.group(1));
            }
            Matcher part = PART.matcher(stripped);
            if (part.matches()) {
                return part(text, part.group(1), part.group(2), part.group(3));
            }
            Matcher partFirst = PART_FIRST.matcher(stripped);
            if (partFirst.matches()) {
                return part(text, partFirst.group(3), partFirst.group(1), partFirst.group(2));
            }
            Matcher month = MONTH.matcher(stripped);
            if (month.matches()) {
                return Period.parse(month.group(1));
            }
            Matcher day = DAY.matcher(stripped);
            if (day.matches()) {
                return Period.parse(day.group(1));
            }
            Matcher range = RANGE.matcher(stripped);
            if (range.matches()) {
                return range(text, range.group(1), range.group(2));
            }
        }
        throw new IllegalArgumentException(
                "'" + shortened(stripped) + "' is no period that is known here, such as 2023,"
                        + " 2023-Q4, 2023Q4, 2023M12, 2023-W05 or 2023-12-15");
    }

    /** The same in a frequency that is known from elsewhere: a day or month then names the longer period it lies in. */
    static Period parse(String text, Frequency frequency) {
        Period period = parse(text);
        if (period.frequency() == frequency) {
            return period;
        }
        Period longer = Period.containing(period.start(), frequency);
        if (period.frequency().compareTo(frequency) < 0
                || !longer.equals(Period.containing(period.end().minusDays(1), frequency))) {
            throw new IllegalArgumentException("'" + shortened(text) + "' is no period of frequency " + frequency);
        }
        return longer;
    }

    private static Period part(String text, String year, String letter, String number) {
        return switch (letter) {
            case "S", "B", "H" -> Period.parse(year + "-S" + trimmed(number));
            case "Q" -> Period.parse(year + "-Q" + trimmed(number));
            case "M" -> Period.parse(year + '-' + padded(number));
            case "W" -> Period.parse(year + "-W" + padded(number));
            case "D" -> day(text, year, number);
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is a third of a year, and there is no frequency for that");
        };
    }

    private static Period day(String text, String year, String number) {
        try {
            Period first = Period.parse(year + "-01-01");
            LocalDate day = LocalDate.ofYearDay(first.start().getYear(), Integer.parseInt(number));
            return Period.containing(day, Frequency.D);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a period: there is no such day", e);
        }
    }

    private static Period range(String text, String from, String duration) {
        Frequency frequency = switch (duration) {
            case "1Y", "12M" -> Frequency.A;
            case "6M" -> Frequency.S;
            case "3M" -> Frequency.Q;
            case "1M" -> Frequency.M;
            case "1W", "7D" -> Frequency.W;
            default -> Frequency.D;
        };
        LocalDate first = Period.parse(from).start();
        Period period = Period.containing(first, frequency);
        if (!period.start().equals(first)) {
            throw new IllegalArgumentException(
                    "'" + text + "' does not begin where a period of frequency " + frequency + " does");
        }
        return period;
    }

    private static String trimmed(String number) {
        return number.length() == 2 && number.charAt(0) == '0' ? number.substring(1) : number;
    }

    private static String padded(String number) {
        return number.length() == 1 ? '0' + number : number;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text;
    }

    private Periods() {}
}
