package io.sectorwatch.application.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule says differently than before.
 *
 * @param field its name, with those that it stands in before it: "when.value.atLeast"
 * @param before null where it was not said; {@code now} where it is not said any more
 */
public record RuleDifference(
        String field, @Nullable String before, @Nullable String now) {

    /** All of them, by field. */
    static List<RuleDifference> between(Rule before, Rule now) {
        Map<String, String> old = leaves(before);
        Map<String, String> changed = leaves(now);
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(changed.keySet());
        List<RuleDifference> differences = new ArrayList<>();
        for (String field : fields) {
            String was = old.get(field);
            String is = changed.get(field);
            if (was == null || !was.equals(is)) {
                differences.add(new RuleDifference(field, was, is));
            }
        }
        return differences;
    }

    private static Map<String, String> leaves(Rule rule) {
        Map<String, String> leaves = new TreeMap<>();
        put(leaves, "", Json.tree(rule.json().getBytes(UTF_8)));
        return leaves;
    }

    private static void put(Map<String, String> leaves, String field, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(inner -> put(
                            leaves, field.isEmpty() ? inner.getKey() : field + '.' + inner.getKey(), inner.getValue()));
        } else if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(value -> values.add(value.asText()));
            leaves.put(field, String.join(", ", values));
        } else {
            leaves.put(field, node.isValueNode() ? node.asText() : node.toString());
        }
    }
}
