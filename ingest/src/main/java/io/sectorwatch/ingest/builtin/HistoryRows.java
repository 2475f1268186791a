package io.sectorwatch.ingest.builtin;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.schemas.json.Instants;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of the history as facts; what is wrong in one is an IllegalArgumentException. */
final class HistoryRows {
    private static final String LIST = ";";

    static Message policy(NamedCsvRecord row) {
        List<String> sectors = list(row.getField("sectors"));
        return new PolicyEvent(
                Codes.id("id", row.getField("id")),
                row.getField("title"),
                Codes.area(row.getField("area")),
                sectors.isEmpty()
                        ? List.of(PolicyEvent.ECONOMY)
                        : sectors.stream().sorted().toList(),
                Codes.word("kind", row.getField("kind")),
                list(row.getField("instruments")),
                list(row.getField("actors")),
                row.getField("stance"),
                Period.parse(row.getField("occurred")),
                Instants.parse(row.getField("published")),
                new Source(
                        Codes.id("source", row.getField("source")),
                        optional(row.getField("locator")),
                        optional(row.getField("url"))));
    }

    private static @Nullable String optional(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(LIST)).filter(part -> !part.isEmpty()).toList();
    }

    /** What the rows of one table have in common. */
    record Observations(String indicator, String sector, String unit, String source) {
        Observations(Map<?, ?> table) {
            this(
                    HistoryData.text(table, "indicator"),
                    HistoryData.text(table, "sector"),
                    HistoryData.text(table, "unit"),
                    HistoryData.text(HistoryData.map(table, "source"), "id"));
        }

        Message observation(NamedCsvRecord row) {
            Period period = Period.parse(row.getField("period"));
            String value = row.getField("value");
            String comparator = row.getField("comparator");
            List<String> status = list(row.getField("status")).stream()
                    .map(Codes::status)
                    .sorted()
                    .toList();
            return new Observation(
                    new SeriesKey(indicator, Codes.area(row.getField("area")), sector, period.frequency()),
                    period,
                    value.isEmpty() ? null : Decimals.canonical(new BigDecimal(value)),
                    comparator.isEmpty() ? null : Bound.of(comparator),
                    unit,
                    status.isEmpty() ? Observation.NORMAL : status,
                    Instants.parse(row.getField("published")),
                    new Source(source, optional(row.getField("locator")), null),
                    null);
        }
    }

    private HistoryRows() {}
}
