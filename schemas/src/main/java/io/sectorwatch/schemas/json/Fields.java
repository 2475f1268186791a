package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each asked for with the type it must have; a complaint names the field. */
public final class Fields {
    private final ObjectNode object;
    private final String path;
    private final Set<String> known = new TreeSet<>();

    private Fields(ObjectNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The fields of a whole message. */
    public static Fields of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Fields(object, "");
        }
        throw new MalformedMessageException("not a JSON object");
    }

    public boolean has(String field) {
        known.add(field);
        return object.has(field);
    }

    public String text(String field) {
        return required(field, optionalText(field));
    }

    public @Nullable String optionalText(String field) {
        JsonNode node = get(field);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            throw wrong(field, "is not a text");
        }
        return node.textValue();
    }

    /** A text that means something; what the function complains of is a complaint about the field. */
    public <T> T parsed(String field, Function<String, T> parser) {
        return parse(field, text(field), parser);
    }

    public <T> @Nullable T optional(String field, Function<String, T> parser) {
        String text = optionalText(field);
        return text == null ? null : parse(field, text, parser);
    }

    public @Nullable BigDecimal optionalNumber(String field) {
        return optionalNumber(field, Decimals::canonical);
    }

    /** A number that was computed, and so may have more digits than one that is published. */
    public @Nullable BigDecimal optionalComputed(String field) {
        return optionalNumber(field, Decimals::computed);
    }

    public BigDecimal number(String field) {
        return required(field, optionalNumber(field));
    }

    public BigDecimal computed(String field) {
        return required(field, optionalComputed(field));
    }

    /** A number of things: whole, and not negative. */
    public int count(String field) {
        return required(field, optionalCount(field));
    }

    public @Nullable Integer optionalCount(String field) {
        JsonNode node = get(field);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw wrong(field, "is not a number of things");
        }
        return node.intValue();
    }

    public List<Fields> objects(String field) {
        JsonNode node = get(field);
        if (node == null || !node.isArray()) {
            throw wrong(field, "is not a list");
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : node) {
            if (!(element instanceof ObjectNode inner)) {
                throw wrong(field, "holds something that is not an object");
            }
            objects.add(new Fields(inner, path + field + '[' + objects.size() + "]."));
        }
        return List.copyOf(objects);
    }

    public List<String> texts(String field, Function<String, String> check) {
        JsonNode node = get(field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong(field, "is not a list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : node) {
            if (!element.isTextual()) {
                throw wrong(field, "holds something that is not a text");
            }
            texts.add(parse(field, element.textValue(), check));
        }
        return List.copyOf(texts);
    }

    public Fields object(String field) {
        return required(field, optionalObject(field));
    }

    public @Nullable Fields optionalObject(String field) {
        JsonNode node = get(field);
        if (node == null) {
            return null;
        }
        if (node instanceof ObjectNode inner) {
            return new Fields(inner, path + field + '.');
        }
        throw wrong(field, "is not an object");
    }

    /** All fields as they stand, for an object whose field names are data. */
    public Set<Map.Entry<String, JsonNode>> entries() {
        return object.properties();
    }

    /** Complains of any field that nobody asked for: a misspelt one must not be passed over. */
    public void noOthers() {
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new MalformedMessageException(
                        "unknown field '" + path + name + "'" + Suggestion.among(known, name));
            }
        }
    }

    /** A complaint about a field. */
    public MalformedMessageException wrong(String field, String why) {
        return new MalformedMessageException("field '" + path + field + "' " + why);
    }

    private @Nullable JsonNode get(String field) {
        known.add(field);
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private @Nullable BigDecimal optionalNumber(String field, Function<BigDecimal, BigDecimal> form) {
        JsonNode node = get(field);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            throw wrong(field, "is not a number");
        }
        return parse(field, node.decimalValue(), form);
    }

    private <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw wrong(field, "is missing");
        }
        return value;
    }

    private <S, T> T parse(String field, S value, Function<S, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("field '" + path + field + "': " + e.getMessage());
        }
    }
}
