package io.sectorwatch.ingest.format.dbnomics;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.json.JsonInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A series with its figures, whose parts come in any order. */
final class SeriesDocument {
    private static final String NOT_A_NUMBER = "NaN";

    private final JsonInput json;
    private final Budget budget = new Budget("a single series");
    private final Map<String, @Nullable String> texts = new LinkedHashMap<>();
    private final Map<String, String> dimensions = new LinkedHashMap<>();
    private final Map<String, List<@Nullable String>> attributes = new LinkedHashMap<>();
    private @Nullable List<@Nullable String> periods;
    private @Nullable List<@Nullable String> values;

    private SeriesDocument(JsonInput json) {
        this.json = json;
    }

    /** Reads the object at which the input stands. */
    static SeriesDocument read(JsonInput json) throws IOException {
        SeriesDocument document = new SeriesDocument(json);
        json.object("a series", document::field);
        return document;
    }

    /** What a field says that is a text. */
    @Nullable
    String text(String field) {
        return texts.get(field);
    }

    Map<String, String> dimensions() {
        return dimensions;
    }

    /** What is said of each observation, by the name of the attribute. */
    Map<String, List<@Nullable String>> attributes() {
        return attributes;
    }

    boolean hasFigures() {
        return periods != null || values != null;
    }

    List<@Nullable String> periods() {
        return periods == null ? List.of() : periods;
    }

    List<@Nullable String> values() {
        return values == null ? List.of() : values;
    }

    /** Why its lists do not belong together; null where they do. */
    @Nullable
    String misfit() {
        int size = periods().size();
        if (values().size() != size) {
            return "the series has " + size + " periods and " + values().size() + " figures";
        }
        for (Map.Entry<String, List<@Nullable String>> attribute : attributes.entrySet()) {
            if (attribute.getValue().size() != size) {
                return "the series has " + size + " periods, and "
                        + attribute.getValue().size() + " times the attribute " + attribute.getKey();
            }
        }
        return null;
    }

    private void field(String field) throws IOException {
        switch (field) {
            case "period" -> periods = list(field);
            case "value" -> values = list(field);
            case "dimensions" ->
                json.object(field, dimension -> {
                    String code = json.scalar();
                    if (code != null) {
                        budget.spend(dimension);
                        budget.spend(code);
                        dimensions.put(dimension, code);
                    }
                });
            case "observations_attributes" -> json.array(field, place -> attribute());
            default -> {
                String text = json.scalar();
                if (text != null) {
                    budget.spend(field);
                    budget.spend(text);
                    texts.put(field, text);
                }
            }
        }
    }

    // A pair of the attribute's name and the list of what it says.
    private void attribute() throws IOException {
        if (json.token() != JsonToken.START_ARRAY) {
            return;
        }
        @Nullable String[] name = {null};
        json.array("an attribute", place -> {
            if (place == 0) {
                name[0] = json.scalar();
            } else if (place == 1 && name[0] != null) {
                budget.spend(name[0]);
                attributes.put(name[0], list("an attribute"));
            }
        });
    }

    private List<@Nullable String> list(String what) throws IOException {
        List<@Nullable String> list = new ArrayList<>();
        json.array(what, place -> {
            String text = json.scalar();
            budget.spend(text);
            list.add(NOT_A_NUMBER.equals(text) ? null : text);
        });
        return list;
    }
}
