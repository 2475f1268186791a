package io.sectorwatch.schemas.series;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * What a value is about: {@code 2023}, {@code 2023-S1}, {@code 2023-Q4}, {@code 2023-12}, {@code 2023-W05} or
 * {@code 2023-12-15}. Periods of one frequency are numbered without gaps, so that the next period has the next ordinal.
 *
 * <p>Only the exact written form is read: no other spelling of the same period exists. Weeks are those of ISO 8601.
 */
public record Period(Frequency frequency, int ordinal) implements Comparable<Period> {
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    /** Reads a period; throws IllegalArgumentException saying what is wrong with it. */
    public static Period parse(String text) {
        int length = text.length();
        if (length < 4) {
            throw notAPeriod(text);
        }
        int year = digits(text, 0, 4);
        if (year < FIRST_YEAR) {
            throw notAPeriod(text);
        }
        if (length == 4) {
            return new Period(Frequency.A, year);
        }
        if (text.charAt(4) != '-' || length < 7) {
            throw notAPeriod(text);
        }
        return switch (text.charAt(5)) {
            case 'S' -> new Period(Frequency.S, year * 2 + number(text, 6, 7, 2) - 1);
            case 'Q' -> new Period(Frequency.Q, year * 4 + number(text, 6, 7, 4) - 1);
            case 'W' -> week(text, year);
            default ->
                length == 7
                        ? new Period(Frequency.M, year * 12 + number(text, 5, 7, 12) - 1)
                        : new Period(Frequency.D, day(text, year));
        };
    }

    /** The period of a frequency that a day lies in. */
    public static Period containing(LocalDate day, Frequency frequency) {
        int year = day.getYear();
        int month = day.getMonthValue() - 1;
        return switch (frequency) {
            case A -> new Period(frequency, year);
            case S -> new Period(frequency, year * 2 + month / 6);
            case Q -> new Period(frequency, year * 4 + month / 3);
            case M -> new Period(frequency, year * 12 + month);
            case W -> new Period(frequency, weekOrdinal(day));
            case D -> new Period(frequency, Math.toIntExact(day.toEpochDay()));
        };
    }

    /** The period n later, or earlier for a negative n. */
    public Period plus(int n) {
        return new Period(frequency, Math.addExact(ordinal, n));
    }

    /** Its first day. */
    public LocalDate start() {
        return switch (frequency) {
            case A -> LocalDate.of(ordinal, 1, 1);
            case S -> LocalDate.of(Math.floorDiv(ordinal, 2), Math.floorMod(ordinal, 2) * 6 + 1, 1);
            case Q -> LocalDate.of(Math.floorDiv(ordinal, 4), Math.floorMod(ordinal, 4) * 3 + 1, 1);
            case M -> LocalDate.of(Math.floorDiv(ordinal, 12), Math.floorMod(ordinal, 12) + 1, 1);
            case W -> LocalDate.EPOCH.plusDays(ordinal * 7L - 3);
            case D -> LocalDate.ofEpochDay(ordinal);
        };
    }

    /** The first day after it. */
    public LocalDate end() {
        return plus(1).start();
    }

    /** Its first moment. */
    public Instant startsAt() {
        return start().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public int compareTo(Period other) {
        return frequency == other.frequency
                ? Integer.compare(ordinal, other.ordinal)
                : start().compareTo(other.start()) != 0
                        ? start().compareTo(other.start())
                        : frequency.compareTo(other.frequency);
    }

    @Override
    public String toString() {
        return switch (frequency) {
            case A -> Integer.toString(ordinal);
            case S -> Math.floorDiv(ordinal, 2) + "-S" + (Math.floorMod(ordinal, 2) + 1);
            case Q -> Math.floorDiv(ordinal, 4) + "-Q" + (Math.floorMod(ordinal, 4) + 1);
            case M -> YearMonth.from(start()).toString();
            case W -> {
                LocalDate thursday = LocalDate.EPOCH.plusDays(ordinal * 7L);
                int week = thursday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                yield thursday.getYear() + (week < 10 ? "-W0" : "-W") + week;
            }
            case D -> start().toString();
        };
    }

    // Weeks are numbered by their Thursdays, since an ISO week belongs to the year of its Thursday; the epoch is one.
    private static int weekOrdinal(LocalDate day) {
        LocalDate thursday =
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(3);
        return Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.EPOCH, thursday) / 7);
    }

    private static Period week(String text, int year) {
        int week = number(text, 6, 8, 53);
        LocalDate firstThursday = LocalDate.of(year, 1, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.THURSDAY));
        LocalDate thursday = firstThursday.plusWeeks(week - 1L);
        if (thursday.getYear() != year) {
            throw new IllegalArgumentException("'" + text + "' is not a period: " + year + " has 52 weeks");
        }
        return new Period(Frequency.W, weekOrdinal(thursday));
    }

    private static int day(String text, int year) {
        if (text.length() != 10 || text.charAt(7) != '-') {
            throw notAPeriod(text);
        }
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            throw new IllegalArgumentException("'" + text + "' is not a period: there is no such day");
        }
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }

    private static int number(String text, int from, int to, int max) {
        if (text.length() != to) {
            throw notAPeriod(text);
        }
        int number = digits(text, from, to);
        if (number < 1 || number > max) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a period: '" + text.substring(from, to) + "' is not between 1 and " + max);
        }
        return number;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw notAPeriod(text);
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static IllegalArgumentException notAPeriod(String text) {
        return new IllegalArgumentException("'" + text
                + "' is not a period: write 2023, 2023-S1, 2023-Q4, 2023-12, 2023-W05 or 2023-12-15 (years "
                + FIRST_YEAR
                + " to " + LAST_YEAR + ")");
    }
}
