package io.sectorwatch.schemas.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that a person wrote. A mistake is noted, not thrown, and something harmless returned in its
 * place, so that one reading finds all mistakes; whoever began the reading must not use its result if there are any.
 */
public class NotedFields {
    /** How an object in a field is read. */
    @FunctionalInterface
    protected interface Reading<T> {
        T of(JsonNode node, String path, List<Mistake> mistakes);
    }

    private final ObjectNode object;
    private final String path;
    private final List<Mistake> mistakes;
    private final Set<String> known = new TreeSet<>();

    /** Notes the mistakes of an object at a path of its document, as in {@code when.gap}; the whole is at the empty one. */
    public NotedFields(JsonNode node, String path, List<Mistake> mistakes) {
        this.path = path;
        this.mistakes = mistakes;
        if (node instanceof ObjectNode fields) {
            this.object = fields;
        } else {
            this.object = JsonNodeFactory.instance.objectNode();
            mistakes.add(new Mistake(path, "is not an object"));
        }
    }

    public boolean has(String field) {
        known.add(field);
        return get(field) != null;
    }

    public boolean isEmptyList(String field) {
        JsonNode node = get(field);
        return node != null && node.isArray() && node.isEmpty();
    }

    public String text(String field) {
        return code(field, text -> text);
    }

    /** Texts under names that are data. */
    public SortedMap<String, String> texts(String field) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (has(field)) {
            NotedFields fields = inner(field, NotedFields::new);
            fields.names().forEach(name -> texts.put(name, fields.text(name)));
        }
        return texts;
    }

    /** A code that a function accepts, or refuses with IllegalArgumentException. */
    public String code(String field, UnaryOperator<String> check) {
        JsonNode node = required(field);
        return node == null ? "" : checked(field, node, check);
    }

    public @Nullable String optionalCode(String field, UnaryOperator<String> check) {
        JsonNode node = get(field);
        return node == null ? null : checked(field, node, check);
    }

    /** A list that is not empty, without anything twice. */
    public List<String> codes(String field, UnaryOperator<String> check) {
        JsonNode node = required(field);
        return node == null ? List.of() : list(field, node, check);
    }

    public @Nullable List<String> optionalCodes(String field, UnaryOperator<String> check) {
        JsonNode node = get(field);
        return node == null ? null : list(field, node, check);
    }

    /** One of some words; the first one given is the default. */
    public String choice(String field, String standard, String... choices) {
        JsonNode node = get(field);
        if (node == null) {
            return standard;
        }
        if (!node.isTextual() || !Arrays.asList(choices).contains(node.textValue())) {
            String given = node.asText();
            wrong(
                    field,
                    "is '" + given + "', none of " + String.join(", ", choices)
                            + Suggestion.among(List.of(choices), given));
            return standard;
        }
        return node.textValue();
    }

    /** Names of the fields that are there. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Notes every field that nobody asked for. */
    public void noOthers() {
        for (String name : names()) {
            if (!known.contains(name)) {
                wrong(name, "is unknown" + Suggestion.among(known, name));
            }
        }
    }

    /** Notes a mistake in a field. */
    public final void wrong(String field, String why) {
        mistakes.add(new Mistake(at(field), why));
    }

    /** Notes a mistake in the object as a whole. */
    protected final void wrong(String why) {
        mistakes.add(new Mistake(path, why));
    }

    /** The object in a field, with its mistakes noted beside the others; an empty one where there is none. */
    protected final <T extends NotedFields> T inner(String field, Reading<T> reading) {
        JsonNode node = required(field);
        return reading.of(node == null ? JsonNodeFactory.instance.objectNode() : node, at(field), mistakes);
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + '.' + field;
    }

    protected final @Nullable JsonNode get(String field) {
        known.add(field);
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    protected final @Nullable JsonNode required(String field) {
        JsonNode node = get(field);
        if (node == null) {
            wrong(field, "is missing");
        }
        return node;
    }

    public final BigDecimal number(String field) {
        JsonNode node = required(field);
        if (node == null || !node.isNumber()) {
            wrong(field, "is not a number");
            return BigDecimal.ZERO;
        }
        try {
            return Decimals.canonical(node.decimalValue());
        } catch (IllegalArgumentException e) {
            wrong(field, "cannot be used: " + e.getMessage());
            return BigDecimal.ZERO;
        }
    }

    private List<String> list(String field, JsonNode node, UnaryOperator<String> check) {
        List<String> codes = new ArrayList<>();
        if (!node.isArray() || node.isEmpty()) {
            wrong(field, "is not a list with something in it");
            return codes;
        }
        for (int i = 0; i < node.size(); i++) {
            String code = checked(field + '[' + i + ']', node.get(i), check);
            if (codes.contains(code)) {
                wrong(field + '[' + i + ']', "stands twice");
            }
            codes.add(code);
        }
        return codes;
    }

    private String checked(String field, JsonNode node, UnaryOperator<String> check) {
        if (!node.isTextual()) {
            wrong(field, node.isValueNode() ? "is not a text: put it in quotes" : "is not a text");
            return "";
        }
        try {
            return check.apply(node.textValue());
        } catch (IllegalArgumentException e) {
            wrong(field, "cannot be used: " + e.getMessage());
            return node.textValue();
        }
    }
}
