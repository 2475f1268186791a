package io.sectorwatch.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a publication says it was prepared: an ISO 8601 date, with or without a time, with or without an offset. */
public final class PublicationTime {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** The instant; midnight where no time is given, UTC where no offset is; empty for anything else. */
    public static Optional<Instant> parse(String text) {
        try {
            TemporalAccessor parsed = FORMAT.parse(text.strip());
            @Nullable LocalTime time = parsed.query(TemporalQueries.localTime());
            @Nullable ZoneOffset offset = parsed.query(TemporalQueries.offset());
            return Optional.of(LocalDate.from(parsed)
                    .atTime(Objects.requireNonNullElse(time, LocalTime.MIDNIGHT))
                    .toInstant(Objects.requireNonNullElse(offset, ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private PublicationTime() {}
}
