package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.message.Transition.Measure;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Transitions of alerts. */
public final class TransitionCodec implements MessageCodec<Transition> {
    @Override
    public Transition read(byte[] json) {
        Fields fields = Fields.of(Json.tree(json));
        Transition transition = new Transition(
                fields.text("alert"),
                fields.parsed("transition", code -> coded(Transition.Type.values(), Transition.Type::name, code)),
                fields.parsed("reason", code -> coded(Reason.values(), Reason::code, code)),
                fields.text("rule"),
                fields.text("ruleHash"),
                fields.parsed("severity", Severity::of),
                labels(fields.object("labels")),
                fields.parsed("series", SeriesKey::parse),
                fields.parsed("since", Period::parse),
                fields.parsed("period", Period::parse),
                fields.parsed("certainty", code -> coded(Certainty.values(), Certainty::code, code)),
                measure(fields.object("measure")),
                limit(fields.optionalObject("limit")),
                figure(fields.optionalObject("observation")),
                figure(fields.optionalObject("benchmark")),
                figure(fields.optionalObject("before")),
                fields.text("message"),
                fields.parsed("decidedAt", Instants::parse),
                fields.texts("evidence", id -> id),
                fields.optionalCount("evidenceCount"));
        if (transition.evidenceCount() == null && fields.optionalCount("evidenceCount") != null) {
            throw fields.wrong("evidenceCount", "counts no more than 'evidence' lists");
        }
        fields.parsed("area", area -> same(area, transition.series().area()));
        fields.parsed("sector", sector -> same(sector, transition.series().sector()));
        fields.noOthers();
        return transition;
    }

    @Override
    public byte[] write(Transition t) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("alert", t.alert());
            json.writeStringField("transition", t.transition().name());
            json.writeStringField("reason", t.reason().code());
            json.writeStringField("rule", t.rule());
            json.writeStringField("ruleHash", t.ruleHash());
            json.writeStringField("severity", t.severity().code());
            json.writeObjectFieldStart("labels");
            for (Map.Entry<String, String> label : t.labels().entrySet()) {
                json.writeStringField(label.getKey(), label.getValue());
            }
            json.writeEndObject();
            json.writeStringField("series", t.series().toString());
            json.writeStringField("area", t.series().area());
            json.writeStringField("sector", t.series().sector());
            json.writeStringField("since", t.since().toString());
            json.writeStringField("period", t.period().toString());
            json.writeStringField("certainty", t.certainty().code());
            write(json, t.measure());
            write(json, t.limit());
            write(json, "observation", t.observation());
            write(json, "benchmark", t.benchmark());
            write(json, "before", t.before());
            json.writeStringField("message", t.message());
            json.writeStringField("decidedAt", t.decidedAt().toString());
            Texts.write(json, "evidence", t.evidence());
            if (t.evidenceCount() != null) {
                json.writeNumberField("evidenceCount", t.evidenceCount());
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Measure measure) throws IOException {
        json.writeObjectFieldStart("measure");
        json.writeStringField("kind", measure.kind());
        json.writeFieldName("value");
        json.writeNumber(measure.value());
        if (measure.comparator() != null) {
            json.writeStringField("comparator", measure.comparator().symbol());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, @Nullable Limit limit) throws IOException {
        if (limit != null) {
            json.writeObjectFieldStart("limit");
            json.writeNumberField(limit.side().field(), limit.value());
            if (limit.clear() != null) {
                json.writeNumberField("clear", limit.clear());
            }
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, String field, @Nullable Figure figure) throws IOException {
        if (figure == null) {
            return;
        }
        json.writeObjectFieldStart(field);
        if (figure.series() != null) {
            json.writeStringField("series", figure.series().toString());
        }
        json.writeStringField("period", figure.period().toString());
        json.writeFieldName("value");
        json.writeNumber(figure.value());
        if (figure.comparator() != null) {
            json.writeStringField("comparator", figure.comparator().symbol());
        }
        if (!figure.status().equals(Observation.NORMAL)) {
            Texts.write(json, "status", figure.status());
        }
        json.writeStringField("published", figure.published().toString());
        json.writeStringField("source", figure.source());
        json.writeEndObject();
    }

    private static SortedMap<String, String> labels(Fields fields) {
        SortedMap<String, String> labels = new TreeMap<>();
        for (Map.Entry<String, JsonNode> label : fields.entries()) {
            labels.put(label.getKey(), fields.text(label.getKey()));
        }
        return labels;
    }

    private static Measure measure(Fields fields) {
        Measure measure = new Measure(
                fields.text("kind"), fields.optionalComputed("value"), fields.optional("comparator", Bound::of));
        fields.noOthers();
        return measure;
    }

    private static @Nullable Limit limit(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        List<Limit.Side> sides = Arrays.stream(Limit.Side.values())
                .filter(side -> fields.has(side.field()))
                .toList();
        if (sides.size() != 1) {
            throw new MalformedMessageException("field 'limit' has " + sides.size() + " sides, not one");
        }
        Limit.Side side = sides.get(0);
        Limit limit = new Limit(side, fields.number(side.field()), fields.optionalNumber("clear"));
        fields.noOthers();
        return limit;
    }

    private static @Nullable Figure figure(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        List<String> status = fields.texts("status", code -> code);
        Figure figure = new Figure(
                fields.optional("series", SeriesKey::parse),
                fields.parsed("period", Period::parse),
                fields.optionalNumber("value"),
                fields.optional("comparator", Bound::of),
                status.isEmpty() ? Observation.NORMAL : List.copyOf(status),
                fields.parsed("published", Instants::parse),
                fields.text("source"));
        fields.noOthers();
        return figure;
    }

    private static <T> T coded(T[] values, Function<T, String> code, String wanted) {
        for (T value : values) {
            if (code.apply(value).equals(wanted)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                "'" + wanted + "' is none of " + Arrays.stream(values).map(code).collect(Collectors.joining(", ")));
    }

    private static String same(String written, String ofSeries) {
        if (!written.equals(ofSeries)) {
            throw new IllegalArgumentException("'" + written + "' is not that of the series, " + ofSeries);
        }
        return written;
    }
}
