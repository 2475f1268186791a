package io.sectorwatch.schemas.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Moments as RFC 3339 writes them, kept to the millisecond as Kafka keeps them. */
public final class Instants {
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int WITHOUT_FRACTION = "2024-02-23T00:00:00Z".length();

    /** Reads a moment of the years 1970 to 9999; throws IllegalArgumentException. Kafka cannot stamp an earlier one. */
    public static Instant parse(String text) {
        Instant instant;
        try {
            instant = text.length() == WITHOUT_FRACTION && text.endsWith("Z")
                    ? whole(text)
                    : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a moment: write 2024-02-23T00:00:00Z or with an offset such as +08:00", e);
        }
        if (instant.getEpochSecond() < 0) {
            throw new IllegalArgumentException("'" + text + "' is before 1970");
        }
        if (!instant.isBefore(AFTER_LAST)) {
            throw new IllegalArgumentException("'" + text + "' is after the year 9999");
        }
        return instant;
    }

    private static Instant whole(String text) {
        if (text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            throw new DateTimeException("separators");
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("time of day");
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("digits");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private Instants() {}
}
