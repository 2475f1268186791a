package io.sectorwatch.ingest.format.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells the formats in JSON by the fields in the beginning, which may be cut off anywhere. */
final class JsonRecognition {
    private static final Set<String> OF_MESSAGES = Set.of("indicator", "tick", "occurred", "stance");
    private static final Set<String> OF_SDMX_DATA = Set.of("dataSets", "structure", "structures");
    private static final Set<String> OF_ERRORS = Set.of("error", "errors");
    private static final int LONGEST_ERROR = 300;

    /** Names of the object's fields, and of those in its field "data"; what the texts say that matter. */
    private final Set<String> names = new LinkedHashSet<>();

    private final Set<String> inData = new LinkedHashSet<>();
    private final StringBuilder said = new StringBuilder();
    private String schema = "";
    private String kind = "";

    static Format of(String start) throws UnreadableException {
        JsonRecognition seen = new JsonRecognition();
        boolean array = start.charAt(0) == '[';
        try (JsonParser json = new JsonFactory().createParser(start)) {
            json.nextToken();
            if (!array || json.nextToken() == JsonToken.START_OBJECT) {
                seen.object(json, array);
            }
        } catch (JsonProcessingException e) {
            // Cut off, or damaged: what was seen decides, and the reader will say where.
            return seen.decide(array, start);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail", e);
        }
        return seen.decide(array, start);
    }

    private void object(JsonParser json, boolean array) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            names.add(name);
            JsonToken value = json.nextToken();
            if (name.equals("class") && value == JsonToken.VALUE_STRING) {
                kind = json.getText();
            } else if (OF_ERRORS.contains(name) || array && name.equals("message")) {
                texts(json);
            } else if (value == JsonToken.START_OBJECT && (name.equals("data") || name.equals("meta"))) {
                inner(json, name.equals("data"));
            } else {
                json.skipChildren();
            }
        }
    }

    private void inner(JsonParser json, boolean data) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (data) {
                inData.add(name);
            }
            if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("schema")) {
                schema = json.getText();
            }
            json.skipChildren();
        }
    }

    private void texts(JsonParser json) throws IOException {
        int depth = 0;
        do {
            JsonToken token = json.currentToken();
            if (token == JsonToken.VALUE_STRING && said.length() < LONGEST_ERROR) {
                said.append(said.isEmpty() ? "" : ": ").append(json.getText());
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && json.nextToken() != null);
    }

    private Format decide(boolean array, String start) throws UnreadableException {
        if (array) {
            return ofArray();
        }
        if (names.stream().anyMatch(OF_MESSAGES::contains) || names.containsAll(List.of("title", "kind"))) {
            return Format.JSON_LINES;
        }
        if (kind.equals("dataset") || names.containsAll(List.of("dimension", "value"))) {
            return Format.JSON_STAT;
        }
        if (names.contains("dataSets")
                || inData.stream().anyMatch(OF_SDMX_DATA::contains)
                || schema.contains("sdmx-json-data")) {
            return Format.SDMX_JSON;
        }
        if (schema.contains("sdmx-json-structure") || names.contains("meta") && !inData.isEmpty()) {
            throw new UnreadableException("this is an SDMX structure message: it describes data, and holds none");
        }
        if (names.stream().anyMatch(OF_ERRORS::contains)) {
            throw new UnreadableException("this is an error message of a service: " + said());
        }
        if (isLines(start)) {
            return Format.JSON_LINES;
        }
        throw new UnreadableException("this is JSON of no known format" + fields());
    }

    private Format ofArray() throws UnreadableException {
        if (names.contains("message")) {
            throw new UnreadableException("this is an error message of the World Bank: " + said());
        }
        if (names.contains("page") || names.contains("pages")) {
            return Format.WORLD_BANK_JSON;
        }
        throw new UnreadableException("this is a JSON array of no known format" + fields()
                + "; messages of our own are one JSON object a line");
    }

    /** Whether one object ends in its line and another one follows. */
    private static boolean isLines(String start) {
        Iterator<String> lines =
                start.lines().filter(line -> !line.isBlank()).limit(2).iterator();
        return lines.next().stripTrailing().endsWith("}")
                && lines.hasNext()
                && lines.next().startsWith("{");
    }

    private String said() {
        String text = said.toString();
        return text.isEmpty()
                ? "without a word"
                : text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) + '…' : text;
    }

    private String fields() {
        return names.isEmpty()
                ? ""
                : " (its fields: "
                        + String.join(
                                ", ", names.stream().limit(10).map(Excerpt::of).toList()) + ")";
    }
}
