package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
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
import org.jspecify.annotations.Nullable;

/** Scorecards of one area. */
public final class ScorecardCodec implements MessageCodec<Scorecard> {
    @Override
    public Scorecard read(byte[] json) {
        Fields fields = Fields.of(Json.tree(json));
        Scorecard card = new Scorecard(
                fields.parsed("area", Codes::area),
                fields.parsed("sector", Codes::sector),
                fields.optional("state", Severity::of),
                lines(fields),
                CardFields.policies(fields),
                CardFields.severities(fields.object("open")),
                fields.parsed("knownAt", Instants::parse));
        fields.noOthers();
        return card;
    }

    @Override
    public byte[] write(Scorecard card) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("area", card.area());
            json.writeStringField("sector", card.sector());
            CardFields.writeState(json, card.state());
            json.writeArrayFieldStart("indicators");
            for (Scorecard.Line line : card.indicators()) {
                write(json, line);
            }
            json.writeEndArray();
            CardFields.writePolicies(json, card.policies());
            CardFields.writeSeverities(json, "open", card.open());
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
        CardFields.writeBound(json, line.comparator());
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
            CardFields.writeBound(json, gap.comparator());
            json.writeEndObject();
        }
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
}
