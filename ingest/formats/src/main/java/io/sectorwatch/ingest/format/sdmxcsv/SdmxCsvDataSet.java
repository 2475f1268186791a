package io.sectorwatch.ingest.format.sdmxcsv;

import io.sectorwatch.ingest.format.DataSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row of SDMX-CSV says of the data set it belongs to. Throws IllegalArgumentException with the reason. */
final class SdmxCsvDataSet {
    private static final DateTimeFormatter LAST_UPDATE = DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT);

    /** Eurostat's clock: its JSON says the same moments with their distance from UTC. */
    private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

    static DataSet of(
            @Nullable String structure, @Nullable String action, @Nullable String updated, List<String> components) {
        return new DataSet(
                structure == null ? null : SdmxCsvColumn.withoutName(structure),
                components,
                updated == null ? null : published(updated),
                action == null ? DataSet.Action.INFORMATION : action(action));
    }

    private static DataSet.Action action(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "I", "INFORMATION" -> DataSet.Action.INFORMATION;
            // To merge is to add what is new and to correct what is there: it takes nothing away.
            case "A", "APPEND", "M", "MERGE" -> DataSet.Action.APPEND;
            case "R", "REPLACE" -> DataSet.Action.REPLACE;
            case "D", "DELETE" -> DataSet.Action.DELETE;
            default ->
                throw new IllegalArgumentException("'" + word + "' is no action: I, A, M, R and D are the actions");
        };
    }

    private static Instant published(String updated) {
        try {
            return LocalDateTime.parse(updated, LAST_UPDATE).atZone(LUXEMBOURG).toInstant();
        } catch (DateTimeParseException e) {
            return iso(updated, e);
        }
    }

    private static Instant iso(String updated, DateTimeParseException first) {
        try {
            return Instant.parse(updated);
        } catch (DateTimeParseException e) {
            e.addSuppressed(first);
            throw new IllegalArgumentException(
                    "LAST UPDATE '" + updated + "' is no moment such as 31/12/24 23:00:00", e);
        }
    }

    private SdmxCsvDataSet() {}
}
