package io.sectorwatch.application.replay;

import io.sectorwatch.schemas.json.Instants;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;

/** A moment as a person names it: a day, an instant, or so long before the newest that is known. */
public sealed interface KnowledgeTime {

    /** A day of UTC: its beginning where something begins with it, its last millisecond where something ends with it. */
    record Day(LocalDate day) implements KnowledgeTime {}

    record Moment(Instant moment) implements KnowledgeTime {}

    record Before(TemporalAmount amount) implements KnowledgeTime {}

    /** Understands 2024-02-23, 2024-02-23T08:00:00Z, P1Y and PT12H; throws IllegalArgumentException for anything else. */
    static KnowledgeTime parse(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                LocalDate day = LocalDate.parse(text);
                Instants.parse(text + "T00:00:00Z");
                return new Day(day);
            }
            if (text.startsWith("P") && !text.contains("-")) {
                return new Before(text.contains("T") ? Duration.parse(text) : Period.parse(text));
            }
            return new Moment(Instants.parse(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write 2024-02-23, 2024-02-23T08:00:00Z, or P1Y for a year before the"
                            + " newest fact",
                    e);
        }
    }

    /** Understands a day or an instant alone; throws IllegalArgumentException for anything else. */
    static KnowledgeTime absolute(String text) {
        if (!text.startsWith("P")) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(notAbsolute(text), e);
            }
        }
        throw new IllegalArgumentException(notAbsolute(text));
    }

    private static String notAbsolute(String text) {
        return "'" + text + "' is no time: write 2024-02-23 or 2024-02-23T08:00:00Z";
    }

    /** As it can be parsed again. */
    default String words() {
        if (this instanceof Day named) {
            return named.day().toString();
        }
        return this instanceof Before before
                ? before.amount().toString()
                : ((Moment) this).moment().toString();
    }

    /** The first moment of it. */
    default Instant first(Instant newest) {
        if (this instanceof Day named) {
            return named.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (this instanceof Before before) {
            return newest.atOffset(ZoneOffset.UTC).minus(before.amount()).toInstant();
        }
        return ((Moment) this).moment();
    }

    /** The last moment of it. */
    default Instant last(Instant newest) {
        return this instanceof Day named
                ? named.day()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusMillis(1)
                : first(newest);
    }
}
