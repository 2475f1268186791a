package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.schemas.json.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;

/**
 * When the facts of a data set became known: with its publication, or each row says for itself.
 *
 * @param row where a row says it; {@link Field#NONE} if it is the publication's time
 * @param isTrusted whether the time that the publication names is when it became known, and not when it was fetched
 * @param form pattern of the text in a row; null for ISO 8601
 * @param zone of times that a pattern is for, where they have no offset; ISO 8601 without one is UTC
 * @param takesLastDay whether a mere year or month stands for its last day, by which it was known; else it is nonsense
 */
record Publication(Field row, boolean isTrusted, @Nullable DateTimeFormatter form, ZoneId zone, boolean takesLastDay) {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    /** The publication says when. */
    static final Publication PREPARED = new Publication(Field.NONE, true, null, ZoneOffset.UTC, false);

    /** Whoever ingests it has to say when. */
    static final Publication GIVEN = new Publication(Field.NONE, false, null, ZoneOffset.UTC, false);

    boolean isByRow() {
        return row.isSaid();
    }

    /** The moment a text stands for: midnight where no time is said; throws IllegalArgumentException. */
    Instant parse(String text) {
        try {
            Instant instant = form == null ? iso(text.strip()) : patterned(text.strip(), form);
            return Instants.parse(instant.truncatedTo(ChronoUnit.MILLIS).toString());
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no day or moment of publication"
                            + (form == null ? ": write 2024-03-13 or 2024-03-13T11:00:00Z" : " of that form"),
                    e);
        }
    }

    private Instant iso(String text) {
        return switch (text.length()) {
            case YEAR -> last(text, LocalDate.of(Integer.parseInt(text), 12, 31));
            case MONTH -> last(text, YearMonth.parse(text).atEndOfMonth());
            default ->
                PublicationTime.parse(text).orElseThrow(() -> new DateTimeException("neither a day nor a moment"));
        };
    }

    private Instant last(String text, LocalDate day) {
        if (!takesLastDay) {
            throw new IllegalArgumentException("'" + text + "' is no day, and when it became known has to be one; in a"
                    + " mapping, published: {vague: last-day} takes the last day of such a year or month");
        }
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Instant patterned(String text, DateTimeFormatter pattern) {
        TemporalAccessor parsed = pattern.parse(text);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId said = parsed.query(TemporalQueries.zone());
        return LocalDate.from(parsed)
                .atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(said == null ? zone : said)
                .toInstant();
    }
}
