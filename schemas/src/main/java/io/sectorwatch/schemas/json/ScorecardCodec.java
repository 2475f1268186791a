package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scorecards. */
public final class ScorecardCodec implements MessageCodec<Scorecard> {
    @Override
    public Scorecard read(byte[] json) {
        Fields fields = Fields.of(Json.tree(json));
        SortedMap<Severity, Integer> open = new TreeMap<>();
        Fields severities = fields.object("open");
        for (Severity severity : Severity.values()) {
            if (severities.has(severity.code())) {
                open.put(severity, severities.count(severity.code()));
            }
        }
        severities.noOthers();
        Fields policies = fields.object("policies");
        Scorecard card = new Scorecard(
                fields.parsed("area", Codes::area),
                fields.parsed("sector", Codes::sector),
                fields.optional("state", Severity::of),
                lines(fields),
                new Scorecard.Policies(counts(policies.object("trailingYear")), counts(policies.object("total"))),
                open,
                fields.parsed("knownAt", Instants::parse));
        policies.noOthers();
        fields.noOthers();
        return card;
    }

    @Override
    public byte[] write(Scorecard card) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("area", card.area());
            json.writeStringField("sector", card.sector());
            json.writeStringField(
                    "state", card.state() == null ? null : card.state().code());
            json.writeArrayFieldStart("indicators");
            for (Scorecard.Line line : card.indicators()) {
                write(json, line);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("policies");
            write(json, "trailingYear", card.policies().trailingYear());
            write(json, "total", card.policies().total());
            json.writeEndObject();
            json.writeObjectFieldStart("open");
            for (Map.Entry<Severity, Integer> open : card.open().entrySet()) {
                json.writeNumberField(open.getKey().code(), open.getValue());
            }
            json.writeEndObject();
            json.writeStringField("knownAt", card.knownAt().toString());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Scorecard.Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("indicator", line.indicator());
        json.writeStringField("frequency", line.frequency().name());
        json.writeStringField("period", line.period().toString());
        json.writeNumberField("value", line.value());
        writeBound(json, line.comparator());
        if (line.unit() != null) {
            json.writeStringField("unit", line.unit());
        }
        if (!line.status().equals(Observation.NORMAL)) {
            Texts.write(json, "status", line.status());
        }
        if (line.previous() != null) {
            json.writeNumberField("previous", line.previous());
        }
        if (line.change() != null) {
            json.writeNumberField("change", line.change());
        }
        Scorecard.Gap gap = line.gap();
        if (gap != null) {
            json.writeObjectFieldStart("gap");
            json.writeStringField("benchmark", gap.benchmark().toString());
            json.writeStringField("period", gap.period().toString());
            json.writeNumberField("value", gap.value());
            writeBound(json, gap.comparator());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeBound(JsonGenerator json, @Nullable Bound bound) throws IOException {
        if (bound != null) {
            json.writeStringField("comparator", bound.symbol());
        }
    }

    private static void write(JsonGenerator json, String field, Scorecard.Counts counts) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("events", counts.events());
        json.writeObjectFieldStart("kinds");
        for (Map.Entry<String, Integer> kind : counts.kinds().entrySet()) {
            json.writeNumberField(kind.getKey(), kind.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("stances");
        for (Map.Entry<String, Integer> stance : counts.stances().entrySet()) {
            json.writeNumberField(stance.getKey(), stance.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static List<Scorecard.Line> lines(Fields card) {
        List<Scorecard.Line> lines = new ArrayList<>();
        for (Fields fields : card.objects("indicators")) {
            List<String> status = fields.texts("status", Codes::status);
            lines.add(new Scorecard.Line(
                    fields.text("indicator"),
                    fields.parsed("frequency", Frequency::of),
                    fields.parsed("period", Period::parse),
                    fields.number("value"),
                    fields.optional("comparator", Bound::of),
                    fields.optionalText("unit"),
                    status.isEmpty() ? Observation.NORMAL : status,
                    fields.optionalNumber("previous"),
                    fields.optionalComputed("change"),
                    gap(fields.optionalObject("gap"))));
            fields.noOthers();
        }
        return lines;
    }

    private static Scorecard.@Nullable Gap gap(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        Scorecard.Gap gap = new Scorecard.Gap(
                fields.parsed("benchmark", SeriesKey::parse),
                fields.parsed("period", Period::parse),
                fields.computed("value"),
                fields.optional("comparator", Bound::of));
        fields.noOthers();
        return gap;
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
}
