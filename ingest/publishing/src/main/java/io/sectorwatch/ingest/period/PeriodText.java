package io.sectorwatch.ingest.period;

import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the forms that publishers have for periods, without deciding what they leave open. */
final class PeriodText {
    private static final int LONGEST = 60;
    private static final String ZONE = "(?:Z|[+-]\\d{2}:\\d{2})?";
    private static final String TIME = "(?:[T ]00:00(?::00(?:\\.0+)?)?)?";

    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-?A1?)?" + ZONE);
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})" + ZONE);
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})" + TIME + ZONE);
    private static final Pattern RANGE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})" + TIME + ZONE + "/P(1Y|12M|6M|3M|1M|1W|7D|1D)");
    private static final Pattern TWO_YEARS =
            Pattern.compile("(FY ?)?(\\d{4})(?: ?[/\\u2013-] ?)?(\\d{4}|\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_FISCAL = Pattern.compile("FY ?-?\\d{2,4}", Pattern.CASE_INSENSITIVE);
    /** Days of a spreadsheet from 1968 on; a year and a digit, as in 20241, are fewer. */
    private static final Pattern SERIAL = Pattern.compile("2[5-9]\\d{3}|[3-7]\\d{4}");

    private static final Pattern COUNTED = Pattern.compile("(\\d{4})([./: -]?)(\\d{1,2})");
    private static final Pattern COUNTED_FIRST = Pattern.compile("(\\d{1,2})[./: -](\\d{4})");
    private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})([/.]?)(\\d{2})\\2(\\d{2})" + TIME + ZONE);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern DAY_OR_MONTH_FIRST = Pattern.compile("\\d{1,2}([/-])\\d{1,2}\\1\\d{4}");

    /** What a text says of a period; throws IllegalArgumentException, with what is wrong, where that is nothing. */
    static WrittenPeriod of(String text) {
        String stripped = text.strip();
        WrittenPeriod written = stripped.length() > LONGEST ? null : read(withoutPrefix(stripped));
        if (written == null) {
            throw new UnlikePeriodException("'" + shortened(stripped) + "' is no period that is known here, such as"
                    + " 2023, 2023-Q4, 2023 Q4, 2023M12, Dec 2023, 2023-W05 or 2023-12-15");
        }
        return written;
    }

    /** Whether a text has the form of a year with two digits behind it, whatever they count. */
    static boolean isYearAndTwoDigits(String text) {
        return MONTH.matcher(text.strip()).matches();
    }

    /** Whether a text may be a year that begins in one and ends in the next. */
    static boolean isTwoYears(String text) {
        return fiscal(text) != null;
    }

    static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text;
    }

    // The World Bank writes YR2019 where a name must not begin with a digit.
    private static String withoutPrefix(String text) {
        return text.startsWith("YR") ? text.substring(2) : text;
    }

    private static @Nullable WrittenPeriod read(String text) {
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return WrittenPeriod.of(Period.parse(year.group(1)));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return WrittenPeriod.of(Period.parse(day.group(1)));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return WrittenPeriod.of(range(text, range.group(1), range.group(2)));
        }
        Integer fiscal = fiscal(text);
        Matcher month = MONTH.matcher(text);
        if (month.matches() && (fiscal == null || Integer.parseInt(month.group(2)) <= 12)) {
            return new WrittenPeriod(Period.parse(month.group(1) + '-' + month.group(2)), null, fiscal);
        }
        if (SERIAL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' may be a day of a spreadsheet, "
                    + LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(text))
                    + ": if so, a mapping says period: {form: excel}");
        }
        Counted counted = counted(text);
        if (counted != null || fiscal != null) {
            return new WrittenPeriod(null, counted, fiscal);
        }
        return otherDay(text);
    }

    private static @Nullable Integer fiscal(String text) {
        Matcher years = TWO_YEARS.matcher(text);
        if (!years.matches()) {
            return null;
        }
        int first = Integer.parseInt(years.group(2));
        String second = years.group(3);
        int next = second.length() == 2 ? (first + 1) % 100 : first + 1;
        return Integer.parseInt(second) == next ? first : null;
    }

    private static @Nullable Counted counted(String text) {
        Matcher counted = COUNTED.matcher(text);
        if (counted.matches()) {
            Counted.Mark mark = counted.group(2).equals(".") ? Counted.Mark.POINT : Counted.Mark.PLAIN;
            return open(counted.group(1), counted.group(3), mark);
        }
        Matcher first = COUNTED_FIRST.matcher(text);
        return first.matches() ? open(first.group(2), first.group(1), Counted.Mark.PLAIN) : null;
    }

    private static @Nullable Counted open(String year, String number, Counted.Mark mark) {
        Counted counted = new Counted(Integer.parseInt(year), number, mark);
        return counted.readings().isEmpty() && mark != Counted.Mark.POINT ? null : counted;
    }

    private static @Nullable WrittenPeriod otherDay(String text) {
        Matcher compact = COMPACT_DAY.matcher(text);
        if (compact.matches()) {
            return day(compact.group(1), compact.group(3), compact.group(4));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), padded(dayFirst.group(2)), padded(dayFirst.group(1)));
        }
        if (DAY_OR_MONTH_FIRST.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' may begin with the day or with the month: a mapping says"
                    + " it with period: {form: dd/MM/yyyy} or period: {form: MM/dd/yyyy}");
        }
        if (ONE_FISCAL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is a fiscal year that names one of the two years it may"
                    + " lie in: if that is the year that counts, a mapping says period: {form: \"'FY'yyyy\"}");
        }
        return SpelledPeriod.of(text);
    }

    private static WrittenPeriod day(String year, String month, String day) {
        return WrittenPeriod.of(Period.parse(year + '-' + month + '-' + day));
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

    private static String padded(String number) {
        return number.length() == 1 ? '0' + number : number;
    }

    private PeriodText() {}
}
