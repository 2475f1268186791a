package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.schemas.series.AreaNames;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Cards as they would have been at a time: the topic keeps only the newest. What is on them is taken from the facts and
 * transitions that were known then, for the indicators that are on the newest ones.
 */
final class CardsAsOf {
    private static final String[] SEVERITIES = {"critical", "warning", "info"};
    private static final String MONTH = "2024-02";

    private final Handle handle;
    private final String asOf;
    private final Map<SeriesKey, ArrayNode> figures = new HashMap<>();
    private final Map<String, ObjectNode> open = new HashMap<>();

    CardsAsOf(Handle handle, String asOf) {
        this.handle = handle;
        this.asOf = asOf;
        handle.createQuery(Sql.named("open-alerts-as-of"))
                .bind("asOf", asOf)
                .map((row, context) -> {
                    String card = row.getString("area") + '/' + row.getString("sector");
                    ObjectNode counts = open.computeIfAbsent(card, none -> JsonNodes.object());
                    counts.put(row.getString("severity"), row.getInt("amount"));
                    return counts;
                })
                .list();
    }

    /** One of the newest cards as it would have been. */
    ObjectNode of(ObjectNode newest) {
        String area = newest.path("area").asText();
        String sector = newest.path("sector").asText();
        ObjectNode card = JsonNodes.object();
        card.put("area", area);
        card.put("areaName", AreaNames.of(area));
        card.put("sector", sector);
        ObjectNode counts = open.getOrDefault(area + '/' + sector, JsonNodes.object());
        card.put("state", worst(counts));
        ArrayNode lines = card.putArray("indicators");
        for (JsonNode line : newest.path("indicators")) {
            ObjectNode then = line(line, area, sector);
            if (then != null) {
                lines.add(then);
            }
        }
        card.set("policies", policies(area, sector));
        card.set("open", counts);
        JsonNodes.time(card, "knownAt", asOf);
        return card;
    }

    private @Nullable ObjectNode line(JsonNode newest, String area, String sector) {
        Frequency frequency = Frequency.of(newest.path("frequency").asText());
        ArrayNode known = figures(new SeriesKey(newest.path("indicator").asText(), area, sector, frequency));
        if (known.isEmpty()) {
            return null;
        }
        JsonNode last = known.get(known.size() - 1);
        ObjectNode line = JsonNodes.object();
        line.put("indicator", newest.path("indicator").asText());
        line.put("frequency", frequency.name());
        for (String field : new String[] {"period", "value", "comparator", "status"}) {
            if (last.has(field)) {
                line.set(field, last.get(field));
            }
        }
        if (newest.has("unit")) {
            line.set("unit", newest.get("unit"));
        }
        if (known.size() > 1 && isExact(last) && isExact(known.get(known.size() - 2))) {
            BigDecimal previous = known.get(known.size() - 2).path("value").decimalValue();
            line.put("previous", previous);
            line.put("change", last.path("value").decimalValue().subtract(previous));
        }
        if (newest.has("gap")) {
            gap(line, last, newest.path("gap").path("benchmark").asText());
        }
        return line;
    }

    private void gap(ObjectNode line, JsonNode last, String benchmark) {
        JsonNode nearest = null;
        for (JsonNode figure : figures(SeriesKey.parse(benchmark))) {
            if (figure.path("start").textValue().compareTo(last.path("start").textValue()) <= 0) {
                nearest = figure;
            }
        }
        if (nearest != null && isExact(nearest) && isExact(last)) {
            ObjectNode gap = line.putObject("gap");
            gap.put("benchmark", benchmark);
            gap.set("period", nearest.get("period"));
            gap.put(
                    "value",
                    last.path("value")
                            .decimalValue()
                            .subtract(nearest.path("value").decimalValue()));
        }
    }

    private ArrayNode figures(SeriesKey key) {
        return figures.computeIfAbsent(
                key,
                its -> KnownFigures.of(SeriesReader.vintages(handle, its, asOf), asOf)
                        .values());
    }

    private ObjectNode policies(String area, String sector) {
        ObjectNode policies = JsonNodes.object();
        ObjectNode year = counts(policies.putObject("trailingYear"));
        ObjectNode total = counts(policies.putObject("total"));
        String yearAgo = LocalDate.parse(asOf.substring(0, 10)).minusYears(1).toString();
        List<ObjectNode> events = new Conditions()
                .that("p.area = ?", area)
                .that("p.sectors LIKE ?", "% " + sector + " %")
                .apply(handle.createQuery(Sql.named("policies")))
                .bind("asOf", asOf)
                .bind("limit", 10_000)
                .map((row, context) -> FactNodes.policy(row))
                .list();
        for (ObjectNode event : events) {
            count(total, event);
            boolean isMonthKnown = event.path("occurred").asText().length() >= MONTH.length();
            if (isMonthKnown && event.path("start").asText().compareTo(yearAgo) > 0) {
                count(year, event);
            }
        }
        return policies;
    }

    private static ObjectNode counts(ObjectNode counts) {
        counts.put("events", 0);
        counts.putObject("kinds");
        counts.putObject("stances");
        return counts;
    }

    private static void count(ObjectNode counts, ObjectNode event) {
        counts.put("events", counts.path("events").asInt() + 1);
        increase((ObjectNode) counts.get("kinds"), event.path("kind").asText());
        increase((ObjectNode) counts.get("stances"), event.path("stance").asText());
    }

    private static void increase(ObjectNode counts, String field) {
        counts.put(field, counts.path(field).asInt() + 1);
    }

    private static boolean isExact(JsonNode figure) {
        return !figure.has("comparator");
    }

    private static @Nullable String worst(ObjectNode counts) {
        for (String severity : SEVERITIES) {
            if (counts.has(severity)) {
                return severity;
            }
        }
        return null;
    }
}
