package io.sectorwatch.ingest.period;

import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form that somebody says a publisher's periods have: a pattern such as {@code yyyyMM}, {@code MMM-yy} or
 * {@code 'FY'yyyy}, or the serial days of a spreadsheet.
 */
public final class PeriodForm {
    private static final String EXCEL = "excel";
    private static final String EXCEL_1904 = "excel-1904";
    private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);
    private static final LocalDate EXCEL_1904_BEGINS = LocalDate.of(1904, 1, 1);
    /** The spreadsheet has a 29 February 1900, and every day before it is another one than it says. */
    private static final int FIRST_SURE_SERIAL = 61;

    private static final int LAST_SERIAL = 2_958_465;
    private static final Pattern SERIAL = Pattern.compile("(\\d{1,7})(?:\\.0*)?");

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("yyyy", "(?<year>\\d{4})"),
            Map.entry("yy", "(?<short>\\d{2})"),
            Map.entry("S", "(?<half>[12])"),
            Map.entry("Q", "(?<quarter>[1-4])"),
            Map.entry("QQ", "0(?<quarter>[1-4])"),
            Map.entry("M", "(?<month>\\d{1,2})"),
            Map.entry("MM", "(?<month>\\d{2})"),
            Map.entry("MMM", "(?<name>\\p{L}+)\\.?"),
            Map.entry("MMMM", "(?<name>\\p{L}+)\\.?"),
            Map.entry("w", "(?<week>\\d{1,2})"),
            Map.entry("ww", "(?<week>\\d{2})"),
            Map.entry("d", "(?<day>\\d{1,2})"),
            Map.entry("dd", "(?<day>\\d{2})"));

    private final String pattern;
    private final @Nullable LocalDate serialsFrom;
    private final Pattern regex;
    private final Map<String, Boolean> has = new HashMap<>();
    private final int since;

    private PeriodForm(String pattern, @Nullable LocalDate serialsFrom, Pattern regex, int since) {
        this.pattern = pattern;
        this.serialsFrom = serialsFrom;
        this.regex = regex;
        this.since = since;
        for (String field : new String[] {"year", "short", "half", "quarter", "month", "name", "week", "day"}) {
            has.put(field, regex.pattern().contains("(?<" + field + ">"));
        }
    }

    /**
     * Reads a form; throws IllegalArgumentException.
     *
     * @param since the first year that one of two digits can be; null where none is said
     */
    public static PeriodForm of(String pattern, @Nullable Integer since) {
        if (pattern.equals(EXCEL)) {
            return new PeriodForm(pattern, EXCEL_BEGINS, SERIAL, 0);
        }
        if (pattern.equals(EXCEL_1904)) {
            return new PeriodForm(pattern, EXCEL_1904_BEGINS, SERIAL, 0);
        }
        PeriodForm form = new PeriodForm(pattern, null, regex(pattern), since == null ? 0 : since);
        if (form.has("short") && since == null) {
            throw new IllegalArgumentException(
                    "has a year of two digits: say the first year it can be, as in since: 1950");
        }
        if (!form.has("year") && !form.has("short")) {
            throw new IllegalArgumentException("has no year: write it as yyyy, as in yyyyMM");
        }
        if (form.has("day") && !form.has("month") && !form.has("name")) {
            throw new IllegalArgumentException("has a day and no month");
        }
        return form;
    }

    /** The period of a text of this form; throws IllegalArgumentException for any other. */
    Period read(String text) {
        Matcher matcher = regex.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UnlikePeriodException("'" + PeriodText.shortened(text) + "' is no period of the form " + pattern);
        }
        return serialsFrom == null ? period(text, matcher) : serial(text, serialsFrom, matcher.group(1));
    }

    private Period period(String text, Matcher matcher) {
        String year = has("year")
                ? matcher.group("year")
                : Integer.toString(since + Math.floorMod(Integer.parseInt(matcher.group("short")) - since, 100));
        if (has("half")) {
            return Period.parse(year + "-S" + matcher.group("half"));
        }
        if (has("quarter")) {
            return Period.parse(year + "-Q" + matcher.group("quarter"));
        }
        if (has("week")) {
            return Period.parse(year + "-W" + padded(matcher.group("week")));
        }
        if (!has("month") && !has("name")) {
            return Period.parse(year);
        }
        String month =
                year + '-' + (has("month") ? padded(matcher.group("month")) : named(text, matcher.group("name")));
        return Period.parse(has("day") ? month + '-' + padded(matcher.group("day")) : month);
    }

    private static String named(String text, String name) {
        Integer month = PeriodWords.month(PeriodWords.bare(name));
        if (month == null) {
            throw new IllegalArgumentException(
                    "'" + PeriodText.shortened(text) + "' names no month that is known here");
        }
        return padded(Integer.toString(month));
    }

    private static Period serial(String text, LocalDate from, String number) {
        int days = Integer.parseInt(number);
        if (days > LAST_SERIAL || days < FIRST_SURE_SERIAL && from.equals(EXCEL_BEGINS)) {
            throw new IllegalArgumentException("'" + PeriodText.shortened(text)
                    + "' is no day of a spreadsheet, which are counted from 1 March" + " 1900 (61) to the year 9999");
        }
        return Period.containing(from.plusDays(days), Frequency.D);
    }

    private boolean has(String field) {
        return Boolean.TRUE.equals(has.get(field));
    }

    private static Pattern regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = pattern.indexOf('\'', at + 1) + 1;
                if (end == 0) {
                    throw new IllegalArgumentException("has a ' that is not closed");
                }
                // Two of them are one, as everywhere in Java's forms: Jan '20 has one.
                regex.append(Pattern.quote(end == at + 2 ? "'" : pattern.substring(at + 1, end - 1)));
            } else if (Character.isLetter(c)) {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                String field = FIELDS.get(pattern.substring(at, end));
                if (field == null) {
                    throw new IllegalArgumentException("has '" + pattern.substring(at, end)
                            + "', which stands for nothing: write yyyy, yy, S, Q, M, MM, MMM, w, ww, d, dd, and letters"
                            + " that stand for themselves between two '");
                }
                regex.append(field);
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
            at = end;
        }
        try {
            return Pattern.compile(regex.toString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("says the same part of a period twice", e);
        }
    }

    private static String padded(String number) {
        return number.length() == 1 ? '0' + number : number;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
