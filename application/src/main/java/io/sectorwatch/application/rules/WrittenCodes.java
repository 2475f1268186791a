package io.sectorwatch.application.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that stand in a part of a rules file, and where. */
final class WrittenCodes {
    private final Map<String, List<String>> places = new HashMap<>();

    /** Looks through whatever stands at a path. */
    WrittenCodes(JsonNode node, String path) {
        collect(node, path);
    }

    /** The path of a code, where it stands several times that of a field with this name; empty where nobody wrote it. */
    Optional<String> place(String field, String code) {
        List<String> all = places.getOrDefault(code, List.of());
        return all.stream()
                .filter(path -> path.endsWith('.' + field))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private void collect(JsonNode node, String path) {
        if (node.isTextual()) {
            places.computeIfAbsent(node.textValue(), code -> new ArrayList<>()).add(path);
        }
        node.properties().forEach(field -> collect(field.getValue(), path + '.' + field.getKey()));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + '[' + i + ']');
            }
        }
    }
}
