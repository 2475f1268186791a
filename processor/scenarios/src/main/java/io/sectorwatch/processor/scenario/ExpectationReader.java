package io.sectorwatch.processor.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sectorwatch.schemas.json.Instants;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads what a scenario expects, noting every mistake with its place: a field that no transition has would fail for ever
 * without saying why.
 */
final class ExpectationReader {
    private static final Set<String> FIGURE =
            Set.of("series", "period", "value", "comparator", "status", "published", "source");
    private static final Map<String, Set<String>> PARTS = Map.of(
            "measure", Set.of("kind", "value", "comparator"),
            "limit", Set.of("below", "atMost", "above", "atLeast", "clear"),
            "observation", FIGURE,
            "benchmark", FIGURE,
            "before", FIGURE);
    private static final Map<String, UnaryOperator<String>> TEXTS = texts();

    private final YamlTree tree;
    private final List<String> mistakes;

    ExpectationReader(YamlTree tree, List<String> mistakes) {
        this.tree = tree;
        this.mistakes = mistakes;
    }

    List<Expectation> read(List<JsonNode> nodes, String list) {
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = list + '[' + i + ']';
            if (nodes.get(i) instanceof ObjectNode fields) {
                ObjectNode checked = fields.deepCopy();
                fields.fieldNames().forEachRemaining(field -> check(checked, field, path + '.' + field));
                expectations.add(new Expectation(tree.where(path), checked));
            } else {
                wrong(path, "is not an object with fields of a transition");
            }
        }
        return expectations;
    }

    private void check(ObjectNode fields, String field, String path) {
        JsonNode node = fields.get(field);
        UnaryOperator<String> form = TEXTS.get(field);
        Set<String> part = PARTS.get(field);
        if (form != null) {
            fields.set(field, text(node, form, path));
        } else if (part != null) {
            part(fields, field, part, path);
        } else if (!field.equals("labels") && !field.equals("evidence")) {
            Set<String> known = new TreeSet<>(TEXTS.keySet());
            known.addAll(PARTS.keySet());
            known.addAll(List.of("labels", "evidence"));
            wrong(path, "a transition has no field '" + field + "'" + Suggestion.among(known, field));
        }
    }

    private void part(ObjectNode fields, String name, Set<String> known, String path) {
        if (!(fields.get(name) instanceof ObjectNode part)) {
            if (!fields.get(name).isNull()) {
                wrong(path, "field '" + name + "' is not an object");
            }
            return;
        }
        for (String field : (Iterable<String>) fields.get(name)::fieldNames) {
            String inner = path + '.' + field;
            if (!known.contains(field)) {
                wrong(inner, "field '" + name + "' has no field '" + field + "'" + Suggestion.among(known, field));
            } else if (field.equals("published")) {
                part.set(field, text(part.get(field), ExpectationReader::moment, inner));
            } else if (field.equals("period")) {
                part.set(field, text(part.get(field), ExpectationReader::period, inner));
            }
        }
    }

    private JsonNode text(JsonNode node, UnaryOperator<String> form, String path) {
        if (!node.isTextual()) {
            wrong(path, "is not a text: write \"" + node.asText() + "\", in quotes");
            return node;
        }
        try {
            return TextNode.valueOf(form.apply(node.textValue()));
        } catch (IllegalArgumentException e) {
            wrong(path, String.valueOf(e.getMessage()));
            return node;
        }
    }

    private static Map<String, UnaryOperator<String>> texts() {
        Map<String, UnaryOperator<String>> texts = new TreeMap<>();
        List.of("alert", "rule", "ruleHash", "area", "sector", "message")
                .forEach(field -> texts.put(field, UnaryOperator.identity()));
        texts.put("transition", oneOf(Transition.Type.values(), Transition.Type::name));
        texts.put("reason", oneOf(Transition.Reason.values(), Transition.Reason::code));
        texts.put("certainty", oneOf(Transition.Certainty.values(), Transition.Certainty::code));
        texts.put("severity", oneOf(Severity.values(), Severity::code));
        texts.put("series", text -> SeriesKey.parse(text).toString());
        texts.put("since", ExpectationReader::period);
        texts.put("period", ExpectationReader::period);
        texts.put("decidedAt", ExpectationReader::moment);
        return texts;
    }

    private static String moment(String text) {
        return Instants.parse(text).toString();
    }

    private static String period(String text) {
        return Period.parse(text).toString();
    }

    private static <T> UnaryOperator<String> oneOf(T[] values, Function<T, String> code) {
        Collection<String> codes = Arrays.stream(values).map(code).toList();
        return text -> {
            if (!codes.contains(text)) {
                throw new IllegalArgumentException(
                        "'" + text + "' is none of " + String.join(", ", codes) + Suggestion.among(codes, text));
            }
            return text;
        };
    }

    private void wrong(String path, String why) {
        mistakes.add(tree.where(path) + ": " + why);
    }
}
