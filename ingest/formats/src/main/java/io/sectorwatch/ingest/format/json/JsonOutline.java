package io.sectorwatch.ingest.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Beginning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be seen of an object at the beginning of a JSON text, or of the first one in an array. */
public final class JsonOutline {
    private static final int LONGEST_SAID = 300;

    /** A text or a number in the value of a field; {@code inner} is the field of that value it is the value of, if it is one. */
    private record Text(String field, @Nullable String inner, String text) {}

    private final boolean object;
    private final boolean array;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> spoken = new HashSet<>();
    private final Map<String, Set<String>> inner = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();

    /** Of a file that begins so; nothing is seen where that is no JSON. */
    public static JsonOutline of(Beginning beginning) {
        return beginning.seen(JsonOutline.class, JsonOutline::new);
    }

    private JsonOutline(Beginning beginning) {
        object = beginning.startsWith('{');
        array = beginning.startsWith('[');
        if (!object && !array) {
            return;
        }
        try (JsonParser json = new JsonFactory().createParser(beginning.text())) {
            json.nextToken();
            if (object || json.nextToken() == JsonToken.START_OBJECT) {
                look(json);
            }
        } catch (JsonProcessingException e) {
            // Cut off, or damaged: what was seen decides, and the reader will say where.
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail", e);
        }
    }

    /** Whether the text begins with an object. */
    public boolean isObject() {
        return object;
    }

    /** Whether the text begins with an array. */
    public boolean isArray() {
        return array;
    }

    /** Names of the object's fields. */
    public Set<String> names() {
        return names;
    }

    /** Whether the object has one of these fields. */
    public boolean hasAny(Set<String> fields) {
        return names.stream().anyMatch(fields::contains);
    }

    /** Whether one of these fields has a value that says something, and is not null, false or empty. */
    public boolean saysAny(Set<String> fields) {
        return fields.stream().anyMatch(spoken::contains);
    }

    /** Names of the fields of the object that is the value of a field. */
    public Set<String> names(String field) {
        return inner.getOrDefault(field, Set.of());
    }

    /** The text that is the value of a field; empty where there is none. */
    public String text(String field) {
        return values.getOrDefault(field, "");
    }

    /** The text that is the value of an inner field, in one of these fields; empty where there is none. */
    public String text(Set<String> fields, String innerField) {
        return in(fields)
                .filter(text -> innerField.equals(text.inner()))
                .map(Text::text)
                .reduce("", (earlier, later) -> later);
    }

    /** All texts in these fields, for a person. */
    public String said(Set<String> fields) {
        StringBuilder said = new StringBuilder();
        in(fields).forEach(text -> {
            if (said.length() < LONGEST_SAID) {
                said.append(said.isEmpty() ? "" : ": ").append(text.text());
            }
        });
        return said.isEmpty()
                ? "without a word"
                : said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) + '…' : said.toString();
    }

    private Stream<Text> in(Set<String> fields) {
        return texts.stream().filter(text -> fields.contains(text.field()));
    }

    private void look(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            names.add(name);
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                values.put(name, json.getText());
            }
            if (value != null && value.isScalarValue() && says(value, json)) {
                spoken.add(name);
            }
            value(json, name, value == JsonToken.START_OBJECT);
        }
    }

    private static boolean says(JsonToken value, JsonParser json) throws IOException {
        return value != JsonToken.VALUE_NULL
                && value != JsonToken.VALUE_FALSE
                && !json.getText().isBlank();
    }

    private void value(JsonParser json, String name, boolean isObject) throws IOException {
        int depth = 0;
        @Nullable String innerName = null;
        do {
            JsonToken token = json.currentToken();
            if (token == JsonToken.FIELD_NAME && isObject && depth == 1) {
                innerName = json.currentName();
                inner.computeIfAbsent(name, field -> new LinkedHashSet<>()).add(innerName);
            } else if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
                texts.add(new Text(name, depth == 1 ? innerName : null, json.getText()));
            }
            if (depth > 0 && token.isScalarValue() && says(token, json)) {
                spoken.add(name);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && json.nextToken() != null);
    }
}
