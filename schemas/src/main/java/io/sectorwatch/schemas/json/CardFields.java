package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.series.Bound;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the cards of an area and of a sector have in common. */
final class CardFields {
    static SortedMap<Severity, Integer> severities(Fields fields) {
        SortedMap<Severity, Integer> numbers = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            if (fields.has(severity.code())) {
                numbers.put(severity, fields.count(severity.code()));
            }
        }
        fields.noOthers();
        return numbers;
    }

    static Scorecard.Policies policies(Fields card) {
        Fields fields = card.object("policies");
        Scorecard.Policies policies =
                new Scorecard.Policies(counts(fields.object("trailingYear")), counts(fields.object("total")));
        fields.noOthers();
        return policies;
    }

    static void writeState(JsonGenerator json, @Nullable Severity state) throws IOException {
        json.writeStringField("state", state == null ? null : state.code());
    }

    static void writeSeverities(JsonGenerator json, String field, SortedMap<Severity, Integer> numbers)
            throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<Severity, Integer> number : numbers.entrySet()) {
            json.writeNumberField(number.getKey().code(), number.getValue());
        }
        json.writeEndObject();
    }

    static void writePolicies(JsonGenerator json, Scorecard.Policies policies) throws IOException {
        json.writeObjectFieldStart("policies");
        write(json, "trailingYear", policies.trailingYear());
        write(json, "total", policies.total());
        json.writeEndObject();
    }

    static void writeBound(JsonGenerator json, @Nullable Bound bound) throws IOException {
        if (bound != null) {
            json.writeStringField("comparator", bound.symbol());
        }
    }

    private static void write(JsonGenerator json, String field, Scorecard.Counts counts) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("events", counts.events());
        write(json, "kinds", counts.kinds());
        write(json, "stances", counts.stances());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, SortedMap<String, Integer> numbers) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            json.writeNumberField(number.getKey(), number.getValue());
        }
        json.writeEndObject();
    }

    private static Scorecard.Counts counts(Fields fields) {
        Scorecard.Counts counts = new Scorecard.Counts(
                fields.count("events"), numbers(fields.object("kinds")), numbers(fields.object("stances")));
        fields.noOthers();
        return counts;
    }

    private static SortedMap<String, Integer> numbers(Fields fields) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : fields.entries()) {
            numbers.put(entry.getKey(), fields.count(entry.getKey()));
        }
        return numbers;
    }

    private CardFields() {}
}
