package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Severity;
import java.math.BigDecimal;
import java.util.List;

/** Rules about a random world, of all kinds and with all options. */
final class RandomRules {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> DERIVED =
            List.of("policy-activity", "policy-activity.funding", "policy-stance.restrict");
    private static final List<String> KINDS =
            List.of("value", "gap", "gap", "change", "sum", "convergence", "rank", "revision", "overdue");

    private final RandomWorld world;

    RandomRules(RandomWorld world) {
        this.world = world;
    }

    JsonNode rule(String id) {
        boolean derived = world.policies && world.chance(45);
        String kind = kind(derived);
        ObjectNode rule = JSON.objectNode().put("id", id);
        rule.put("title", "Rule " + id);
        rule.put("severity", world.pick(List.of(Severity.values())).code());
        ObjectNode series = series(rule.putObject("series"), derived);
        when(rule.putObject("when").putObject(kind), kind, derived, series.has("indicator"));
        boolean folds = !kind.equals("overdue");
        maybe(folds ? 35 : 0, () -> rule.put("for", world.upTo(3)));
        maybe(25, () -> rule.put("horizon", world.pick(List.of("P1Y", "P2Y", "P6M", "P0D"))));
        maybe(
                20,
                () -> texts(
                        rule.putObject("status"),
                        "exclude",
                        world.pick(List.of(List.of(), List.of("P"), List.of("F", "P")))));
        maybe(folds ? 40 : 0, () -> rule.put("possible", world.pick(List.of("raise", "hold"))));
        maybe(10, () -> rule.putObject("labels").put("team", "asia"));
        return rule;
    }

    private String kind(boolean derived) {
        return world.converging && !derived && world.chance(50) ? "convergence" : world.pick(KINDS);
    }

    /** The same rule but for its severity, its words, a label, its kind or its limit. */
    JsonNode changed(JsonNode rule) {
        ObjectNode changed = rule.deepCopy();
        return switch (world.upTo(6)) {
            case 1 ->
                changed.put("severity", world.pick(List.of(Severity.values())).code());
            case 2 -> changed.put("title", "The same in other words");
            case 3 -> changed.set("labels", JSON.objectNode().put("team", "europe"));
            case 4 -> withOtherKind(changed);
            default -> withOtherLimit(changed);
        };
    }

    private JsonNode withOtherKind(ObjectNode changed) {
        JsonNode indicator = changed.get("series").path("indicator");
        boolean derived = DERIVED.contains(indicator.asText());
        String kind = world.pick(KINDS);
        when(changed.putObject("when").putObject(kind), kind, derived, indicator.isTextual());
        if (kind.equals("overdue")) {
            changed.remove(List.of("for", "possible"));
        }
        return changed;
    }

    private static JsonNode withOtherLimit(ObjectNode changed) {
        JsonNode when = changed.get("when");
        ObjectNode fields = (ObjectNode) when.get(when.fieldNames().next());
        for (Limit.Side side : Limit.Side.values()) {
            if (fields.has(side.field())) {
                fields.remove("clear");
                fields.put(side.field(), fields.get(side.field()).decimalValue().add(new BigDecimal("0.1")));
            }
        }
        return changed;
    }

    private ObjectNode series(ObjectNode series, boolean derived) {
        maybe(85, () -> series.put("indicator", world.pick(derived ? DERIVED : world.indicators)));
        maybe(
                50,
                () -> texts(series, "areas", world.pick(List.of(List.of("*"), List.of("CHN"), List.of("CHN", "USA")))));
        maybe(20, () -> texts(series, "except", List.of("OECD")));
        maybe(20, () -> texts(series, "sectors", world.some(world.sectors)));
        maybe(20, () -> series.put("frequency", world.pick(world.frequencies).name()));
        maybe(derived ? 15 : 25, () -> texts(series, "sources", sources(derived)));
        return series;
    }

    private void when(ObjectNode fields, String kind, boolean derived, boolean indicatorIsNamed) {
        switch (kind) {
            case "value" -> limit(fields, true, derived ? "0 1 2" : "2.6 2.65 2.7 0");
            case "gap" -> {
                to(fields, derived, indicatorIsNamed);
                boolean ratio = world.chance(30);
                maybe(ratio ? 100 : 0, () -> fields.put("as", "ratio"));
                limit(fields, true, ratio ? "1 0.9 1.04" : "0 -0.12 0.1 1");
                maybe(50, () -> fields.put("maxLag", world.pick(List.of("P1Y", "P2Y", "P2M"))));
            }
            case "change" -> {
                boolean percent = world.chance(40);
                maybe(percent ? 100 : 0, () -> fields.put("as", "percent"));
                maybe(40, () -> fields.put("periods", world.upTo(2)));
                limit(fields, true, percent ? "0 4 -10" : "0 0.1 -0.1 1");
            }
            case "sum" -> {
                fields.put("periods", world.upTo(3));
                limit(fields, true, derived ? "1 2" : "5.2 2.6 7.8");
            }
            case "convergence" -> {
                to(fields, derived, indicatorIsNamed);
                fields.put("periods", 1 + world.upTo(2));
                limit(fields, false, "0 1 2 5 10");
            }
            case "rank" -> {
                texts(fields, "among", world.some(RandomWorld.AREAS));
                limit(fields, false, "1 2 3");
            }
            case "revision" -> {
                boolean percent = world.chance(30);
                maybe(percent ? 100 : 0, () -> fields.put("as", "percent"));
                maybe(40, () -> fields.put("periods", world.upTo(3)));
                limit(fields, false, percent ? "0 2 5" : "0 0.05 0.07 1");
            }
            default -> maybe(40, () -> fields.put("after", world.pick(List.of("P0D", "P1D", "P3M"))));
        }
    }

    private void to(ObjectNode fields, boolean derived, boolean indicatorIsNamed) {
        ObjectNode to = fields.putObject("to").put("area", derived || world.chance(25) ? "USA" : "OECD");
        // A benchmark of another indicator is asked for only where both are observed, or both are counted.
        maybe(indicatorIsNamed ? 20 : 0, () -> to.put("indicator", world.pick(derived ? DERIVED : world.indicators)));
        maybe(15, () -> to.put("sector", world.pick(world.sectors)));
        maybe(derived ? 10 : 25, () -> texts(to, "sources", sources(derived)));
    }

    private void limit(ObjectNode fields, boolean hysteresis, String limits) {
        Limit.Side side = world.pick(List.of(Limit.Side.values()));
        BigDecimal limit = world.pick(RandomWorld.decimals(limits.split(" ")));
        fields.put(side.field(), limit);
        BigDecimal distance = world.pick(RandomWorld.decimals("0", "0.05", "0.1", "1"));
        BigDecimal otherEdge = side.downward() ? limit.add(distance) : limit.subtract(distance);
        maybe(hysteresis ? 40 : 0, () -> fields.put("clear", otherEdge));
    }

    private List<String> sources(boolean derived) {
        return derived
                ? world.pick(List.of(List.of("derived"), List.of("nbs", "derived"), List.of("nbs")))
                : world.some(RandomWorld.SOURCES);
    }

    private void maybe(int percent, Runnable option) {
        if (world.chance(percent)) {
            option.run();
        }
    }

    private static void texts(ObjectNode object, String field, List<String> texts) {
        texts.forEach(object.putArray(field)::add);
    }
}
