package io.sectorwatch.processor.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Limit.Side;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
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
 * The fields of a rule or a part of it. A mistake is noted, not thrown, and something harmless returned in its place, so
 * that one reading finds all mistakes; whoever began the reading must not use its result if there are any.
 */
public final class RuleFields {
    private static final int MOST_PERIODS = 1000;
    private static final Limit NO_LIMIT = new Limit(Side.ABOVE, BigDecimal.ZERO, null);

    private final ObjectNode object;
    private final String path;
    private final List<Mistake> mistakes;
    private final Set<String> known = new TreeSet<>();

    RuleFields(JsonNode node, String path, List<Mistake> mistakes) {
        this.path = path;
        this.mistakes = mistakes;
        if (node instanceof ObjectNode fields) {
            this.object = fields;
        } else {
            this.object = JsonNodeFactory.instance.objectNode();
            mistakes.add(new Mistake(path, "is not an object"));
        }
    }

    boolean has(String field) {
        known.add(field);
        return get(field) != null;
    }

    boolean isEmptyList(String field) {
        JsonNode node = get(field);
        return node != null && node.isArray() && node.isEmpty();
    }

    String text(String field) {
        JsonNode node = required(field);
        if (node != null && !node.isTextual()) {
            wrong(field, "is not a text");
            return "";
        }
        return node == null ? "" : node.textValue();
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

    /** A number of periods with a default. */
    public int count(String field, int least, int standard) {
        return has(field) ? count(field, least) : standard;
    }

    /** A number of periods, at least so many. */
    public int count(String field, int least) {
        JsonNode node = required(field);
        if (node == null) {
            return least;
        }
        if (!node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < least
                || node.intValue() > MOST_PERIODS) {
            wrong(field, "is not a whole number from " + least + " to " + MOST_PERIODS);
            return least;
        }
        return node.intValue();
    }

    /** A duration in years, months, weeks and days as ISO 8601 writes it: {@code P3Y}, {@code P30D}. */
    public Period duration(String field, Period standard) {
        JsonNode node = get(field);
        if (node == null) {
            return standard;
        }
        try {
            Period duration = Period.parse(node.asText());
            if (!duration.isNegative() && node.asText().startsWith("P")) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Said below, in the same words as for a negative one.
        }
        wrong(field, "is '" + node.asText() + "', not a duration such as P3Y, P6M or P30D");
        return standard;
    }

    /** The one limit of a kind, with the other edge of the hysteresis where the kind has one. */
    public Limit limit(boolean hysteresis) {
        Side side = null;
        for (Side candidate : Side.values()) {
            if (has(candidate.field())) {
                if (side != null) {
                    mistakes.add(new Mistake(path, "has two limits, " + side.field() + " and " + candidate.field()));
                    return NO_LIMIT;
                }
                side = candidate;
            }
        }
        if (side == null) {
            mistakes.add(new Mistake(path, "has no limit: one of below, atMost, above, atLeast"));
            return NO_LIMIT;
        }
        BigDecimal value = number(side.field());
        BigDecimal clear = hysteresis && has("clear") ? number("clear") : null;
        if (clear != null && (side.downward() ? clear.compareTo(value) < 0 : clear.compareTo(value) > 0)) {
            wrong(
                    "clear",
                    "is " + clear.toPlainString() + ", on the wrong side of " + side.field() + ": "
                            + value.toPlainString() + "; an alert would end where it begins");
        }
        return new Limit(side, value, clear);
    }

    SortedMap<String, String> texts(String field) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (has(field)) {
            RuleFields fields = object(field);
            for (var entry : fields.object.properties()) {
                texts.put(entry.getKey(), fields.text(entry.getKey()));
            }
        }
        return texts;
    }

    public RuleFields object(String field) {
        JsonNode node = required(field);
        return new RuleFields(node == null ? JsonNodeFactory.instance.objectNode() : node, at(field), mistakes);
    }

    /** Names of the fields that are there. */
    List<String> names() {
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

    void wrong(String field, String why) {
        mistakes.add(new Mistake(at(field), why));
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + '.' + field;
    }

    private @Nullable JsonNode get(String field) {
        known.add(field);
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private @Nullable JsonNode required(String field) {
        JsonNode node = get(field);
        if (node == null) {
            wrong(field, "is missing");
        }
        return node;
    }

    private BigDecimal number(String field) {
        JsonNode node = required(field);
        if (node == null || !node.isNumber()) {
            wrong(field, "is not a number");
            return BigDecimal.ZERO;
        }
        try {
            return Decimals.canonical(node.decimalValue());
        } catch (IllegalArgumentException e) {
            wrong(field, e.getMessage() == null ? "is too large" : e.getMessage());
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
            wrong(field, "is not a text");
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
