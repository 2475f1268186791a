package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Severity;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a rule. */
final class ReferenceRuleJson {
    private static final String ALL = "*";

    static ReferenceRule rule(JsonNode json) {
        JsonNode series = json.path("series");
        List<String> hidden = texts(json.path("status").path("exclude"));
        return new ReferenceRule(
                json.required("id").textValue(),
                Severity.of(json.required("severity").textValue()),
                selection(series),
                texts(series.path("sources")),
                hidden == null ? Set.of("F") : Set.copyOf(hidden),
                json.path("for").asInt(1),
                period(json.path("horizon")),
                "hold".equals(json.path("possible").textValue()),
                when(json.required("when")));
    }

    private static ReferenceRule.Selection selection(JsonNode series) {
        String indicator = series.path("indicator").textValue();
        List<String> except = texts(series.path("except"));
        return new ReferenceRule.Selection(
                ALL.equals(indicator) ? null : indicator,
                unlessAll(texts(series.path("areas"))),
                except == null ? List.of() : except,
                unlessAll(texts(series.path("sectors"))),
                series.path("frequency").textValue());
    }

    private static @Nullable List<String> unlessAll(@Nullable List<String> codes) {
        return codes == null || codes.contains(ALL) ? null : codes;
    }

    private static ReferenceWhen when(JsonNode when) {
        String kind = when.fieldNames().next();
        JsonNode fields = when.get(kind);
        int periods = fields.path("periods").asInt(1);
        boolean asPercent = "percent".equals(fields.path("as").textValue());
        boolean asRatio = "ratio".equals(fields.path("as").textValue());
        return switch (kind) {
            case "value" -> new ReferenceWhen.Beyond(new ReferenceValueKind(), limit(fields));
            case "gap" -> new ReferenceWhen.Beyond(new ReferenceGapKind(benchmark(fields), asRatio), limit(fields));
            case "change" -> new ReferenceWhen.Beyond(new ReferenceChangeKind(periods, asPercent), limit(fields));
            case "sum" -> new ReferenceWhen.Beyond(new ReferenceSumKind(periods), limit(fields));
            case "convergence" ->
                new ReferenceWhen.Beyond(new ReferenceConvergenceKind(benchmark(fields), periods), limit(fields));
            case "rank" ->
                new ReferenceWhen.Beyond(
                        new ReferenceRankKind(new TreeSet<>(required(fields, "among"))), limit(fields));
            case "revision" -> new ReferenceWhen.Beyond(new ReferenceRevisionKind(periods, asPercent), limit(fields));
            case "overdue" -> new ReferenceWhen.Overdue(orNone(period(fields.path("after"))));
            default -> throw new IllegalArgumentException("unknown kind of condition '" + kind + "'");
        };
    }

    private static ReferenceBenchmark benchmark(JsonNode fields) {
        JsonNode to = fields.required("to");
        return new ReferenceBenchmark(
                to.required("area").textValue(),
                to.path("indicator").textValue(),
                to.path("sector").textValue(),
                texts(to.path("sources")),
                orNone(period(fields.path("maxLag"))));
    }

    private static Limit limit(JsonNode fields) {
        for (Limit.Side side : Limit.Side.values()) {
            if (fields.has(side.field())) {
                BigDecimal clear = fields.has("clear") ? fields.get("clear").decimalValue() : null;
                return new Limit(side, fields.get(side.field()).decimalValue(), clear);
            }
        }
        throw new IllegalArgumentException("no limit in " + fields);
    }

    private static @Nullable Period period(JsonNode text) {
        return text.isTextual() ? Period.parse(text.textValue()) : null;
    }

    private static Period orNone(@Nullable Period period) {
        return period == null ? Period.ZERO : period;
    }

    private static List<String> required(JsonNode fields, String field) {
        List<String> texts = texts(fields.required(field));
        return texts == null ? List.of() : texts;
    }

    private static @Nullable List<String> texts(JsonNode list) {
        if (!list.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private ReferenceRuleJson() {}
}
