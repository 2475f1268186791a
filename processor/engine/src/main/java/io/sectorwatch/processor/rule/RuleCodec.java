package io.sectorwatch.processor.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.processor.kind.Kind;
import io.sectorwatch.processor.kind.Kinds;
import io.sectorwatch.processor.kind.ReleaseKind;
import io.sectorwatch.processor.kind.RuleFields;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.MessageCodec;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.json.Texts;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.yaml.Mistake;
import java.io.IOException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules as JSON, as they stand on their topic. */
public final class RuleCodec implements MessageCodec<Rule> {
    private static final int LONGEST_NAME = 1_000;
    private static final Set<String> FORECASTS = Set.of("F");

    @Override
    public Rule read(byte[] json) {
        Json.requireFitting(json);
        try {
            return read(Json.tree(json));
        } catch (RuleException e) {
            throw new MalformedMessageException(e.getMessage() == null ? "not a rule" : e.getMessage());
        }
    }

    @Override
    public byte[] write(Rule rule) {
        return rule.json().getBytes(UTF_8);
    }

    /** Reads a rule; throws RuleException with every mistake. */
    public static Rule read(JsonNode node) {
        List<Mistake> mistakes = new ArrayList<>();
        Rule rule = read(new RuleFields(node, "", mistakes), node, mistakes);
        if (rule == null) {
            throw new RuleException(mistakes);
        }
        return rule;
    }

    private static @Nullable Rule read(RuleFields fields, JsonNode node, List<Mistake> mistakes) {
        String id = fields.code("id", text -> Codes.id("id", text));
        String title = fields.has("title") ? fields.code("title", text -> Texts.line("it", text)) : id;
        String severity = fields.choice("severity", "info", "info", "warning", "critical");
        SeriesSelection series = SeriesSelection.parse(fields.object("series"));
        Kind when = when(fields.object("when"), fields);
        int streak = fields.count("for", 1, 1);
        if (streak > 1 && when instanceof ReleaseKind) {
            fields.wrong("for", "means nothing for " + when.name() + ", which has no periods in a row");
        }
        Period horizon = fields.has("horizon") ? fields.duration("horizon", Period.ZERO) : null;
        Set<String> hidden = hidden(fields);
        boolean raises = fields.choice("possible", "raise", "raise", "hold").equals("raise");
        SortedMap<String, String> labels = labels(fields);
        fields.noOthers();
        if (when == null || !mistakes.isEmpty()) {
            return null;
        }
        byte[] canonical = canonical(node);
        if (canonical.length > Json.LARGEST_MESSAGE) {
            fields.wrong(
                    "id",
                    "names a rule of " + canonical.length + " bytes, and one has at most " + Json.LARGEST_MESSAGE
                            + ": its labels are repeated in each of its alerts");
            return null;
        }
        return new Rule(
                id,
                title,
                Severity.of(severity),
                series,
                when,
                streak,
                horizon,
                hidden,
                raises,
                labels,
                ContentId.of(canonical),
                new String(canonical, UTF_8));
    }

    // They stand in every alert, and in the tables and pages of whoever reads it.
    private static SortedMap<String, String> labels(RuleFields fields) {
        SortedMap<String, String> labels = fields.texts("labels");
        labels.forEach((name, text) -> {
            try {
                Texts.line("its name", name);
                requireReadable(name);
                Texts.line("it", text);
            } catch (IllegalArgumentException e) {
                fields.wrong("labels." + name, "cannot be used: " + e.getMessage());
            }
        });
        return labels;
    }

    // The name of a field has an end for who reads JSON; it has none in YAML.
    private static void requireReadable(String name) {
        if (name.getBytes(UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException("its name is longer than " + LONGEST_NAME + " bytes");
        }
    }

    private static @Nullable Kind when(RuleFields fields, RuleFields rule) {
        List<String> names = fields.names();
        if (names.size() != 1) {
            rule.wrong(
                    "when",
                    "holds " + (names.isEmpty() ? "nothing" : String.join(" and ", names)) + "; exactly one of "
                            + String.join(", ", Kinds.all().keySet()));
            return null;
        }
        String name = names.get(0);
        var parser = Kinds.all().get(name);
        if (parser == null) {
            fields.wrong(
                    name,
                    "is not a kind of rule: one of "
                            + String.join(", ", Kinds.all().keySet())
                            + Suggestion.among(Kinds.all().keySet(), name));
            return null;
        }
        RuleFields inner = fields.object(name);
        Kind kind = parser.apply(inner);
        inner.noOthers();
        return kind;
    }

    private static Set<String> hidden(RuleFields fields) {
        if (!fields.has("status")) {
            return FORECASTS;
        }
        RuleFields status = fields.object("status");
        List<String> codes = status.has("exclude") && !status.isEmptyList("exclude")
                ? status.codes("exclude", Codes::status)
                : List.of();
        status.noOthers();
        return Set.copyOf(codes.stream().distinct().toList());
    }

    // The same rule has the same bytes however its fields were ordered and its numbers written.
    private static byte[] canonical(JsonNode node) {
        return Json.bytes(json -> write(node, json));
    }

    private static void write(JsonNode node, JsonGenerator json) throws IOException {
        if (node.isObject()) {
            json.writeStartObject();
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
                if (!field.getValue().isNull()) {
                    json.writeFieldName(field.getKey());
                    write(field.getValue(), json);
                }
            }
            json.writeEndObject();
        } else if (node.isArray()) {
            json.writeStartArray();
            for (JsonNode element : node) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (node.isNumber()) {
            json.writeNumber(Decimals.canonical(node.decimalValue()));
        } else if (node.isBoolean()) {
            json.writeBoolean(node.booleanValue());
        } else {
            json.writeString(node.textValue());
        }
    }
}
