package io.sectorwatch.ingest.format.jsonstat;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes of a dimension of a JSON-stat table, in the order of its cells. */
record Dimension(List<String> codes) {
    /** Reads the object at which the input stands. */
    static Dimension read(JsonInput json, Budget budget) throws IOException {
        List<String> listed = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        List<String> labelled = new ArrayList<>();
        json.object("a dimension", field -> {
            if (!field.equals("category")) {
                return;
            }
            json.object("'category'", inner -> {
                if (inner.equals("index") && json.token() == JsonToken.START_ARRAY) {
                    json.array("'index'", place -> {
                        String code = String.valueOf(json.scalar());
                        budget.spend(code);
                        listed.add(code);
                    });
                } else if (inner.equals("index")) {
                    json.object("'index'", code -> {
                        budget.spend(code);
                        if (places.put(String.valueOf(json.scalar()), code) != null) {
                            throw json.unreadable("two codes of a dimension have the same place");
                        }
                    });
                } else if (inner.equals("label")) {
                    json.object("'label'", code -> {
                        // Only a dimension with a single code may leave the index out.
                        if (labelled.isEmpty()) {
                            labelled.add(code);
                        }
                    });
                }
            });
        });
        if (!places.isEmpty()) {
            return new Dimension(inOrder(places, json));
        }
        return new Dimension(listed.isEmpty() ? labelled : listed);
    }

    private static List<String> inOrder(Map<String, String> places, JsonInput json) throws UnreadableException {
        List<String> codes = new ArrayList<>(places.size());
        for (int place = 0; place < places.size(); place++) {
            String code = places.get(Integer.toString(place));
            if (code == null) {
                throw json.unreadable("of " + places.size() + " codes of a dimension, one of them "
                        + Excerpt.of(places.values().iterator().next()) + ", none has place " + place);
            }
            codes.add(code);
        }
        return codes;
    }
}
