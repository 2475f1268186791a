package io.sectorwatch.ingest.web;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.json.JsonInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands before the observations of a page. */
record PageHeader(Map<String, @Nullable String> fields) {
    private static final int MOST_FIELDS = 100;
    private static final List<String> OF_THE_EDITION = List.of("pages", "total", "lastupdated", "sourceid");

    /** Reads the object at which the input stands; nothing is in it where that is no such header. */
    static PageHeader read(JsonInput json) throws IOException {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        if (json.token() == JsonToken.START_OBJECT) {
            json.object("the page's header", field -> {
                if (fields.size() < MOST_FIELDS) {
                    fields.put(field, json.scalar());
                }
            });
        }
        return new PageHeader(fields);
    }

    /** How many pages there are; empty where it does not say. */
    Optional<Integer> pages() {
        return number("pages");
    }

    boolean isOf(int page) {
        return number("page").equals(Optional.of(page));
    }

    /** Whether it counts and dates the same observations as the header of another page. */
    boolean isOfTheSameEdition(PageHeader other) {
        return OF_THE_EDITION.stream()
                .allMatch(field -> String.valueOf(fields.get(field)).equals(String.valueOf(other.fields.get(field))));
    }

    private Optional<Integer> number(String field) {
        try {
            return Optional.of(Integer.parseInt(String.valueOf(fields.get(field))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
