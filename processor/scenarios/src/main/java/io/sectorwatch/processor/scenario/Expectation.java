package io.sectorwatch.processor.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Some fields that a transition must have; its others may be anything.
 *
 * @param place "file:line:column" where it stands
 */
public record Expectation(String place, JsonNode fields) {

    /** Whether a transition has all the fields. */
    public boolean matches(JsonNode transition) {
        return differences(transition).isEmpty();
    }

    /** The fields, as in {@code measure.value}, that a transition does not have or has otherwise. */
    public SortedSet<String> differences(JsonNode transition) {
        SortedSet<String> differences = new TreeSet<>();
        compare("", fields, transition, differences);
        return differences;
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, SortedSet<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(field -> compare(
                            path.isEmpty() ? field.getKey() : path + '.' + field.getKey(),
                            field.getValue(),
                            actual.path(field.getKey()),
                            differences));
        } else if (!same(expected, actual)) {
            differences.add(path);
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isNull()) {
            return actual.isNull() || actual.isMissingNode();
        }
        return expected.equals(actual);
    }
}
