package io.sectorwatch.deliver.filter;

import io.sectorwatch.deliver.field.TargetFields;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Codes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which transitions a target is told of: those of which every field holds. An empty list says nothing. */
public record Where(
        List<String> rules,
        List<String> indicators,
        List<String> areas,
        List<String> sectors,
        List<Severity> severities,
        List<Transition.Type> transitions,
        Map<String, List<String>> labels) {

    /** All of them. */
    public static final Where ALL =
            new Where(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    private static final List<String> TYPES =
            Arrays.stream(Transition.Type.values()).map(Enum::name).toList();

    /** What a file says in a field; all where it says nothing. */
    public static Where read(String field, TargetFields target) {
        if (!target.has(field)) {
            return ALL;
        }
        TargetFields fields = target.object(field);
        Where where = new Where(
                fields.oneOrMore("rule", id -> Codes.id("rule", id)),
                fields.oneOrMore("indicator", Codes::indicator),
                fields.oneOrMore("area", Codes::area),
                fields.oneOrMore("sector", Codes::sector),
                severities(fields),
                transitions(fields),
                labels(fields));
        fields.noOthers();
        return where;
    }

    /** Whether it chooses one. */
    public boolean chooses(Transition transition) {
        return has(rules, transition.rule())
                && has(indicators, transition.series().indicator())
                && has(areas, transition.series().area())
                && has(sectors, transition.series().sector())
                && has(severities, transition.severity())
                && has(transitions, transition.transition())
                && labels.entrySet().stream().allMatch(label -> hasLabel(transition, label.getKey(), label.getValue()));
    }

    private static boolean hasLabel(Transition transition, String name, List<String> wanted) {
        String value = transition.labels().get(name);
        return value != null && wanted.contains(value);
    }

    private static <T> boolean has(List<T> wanted, T one) {
        return wanted.isEmpty() || wanted.contains(one);
    }

    private static List<Severity> severities(TargetFields fields) {
        return fields.oneOrMore("severity", code -> Severity.of(code).code()).stream()
                .flatMap(code -> Arrays.stream(Severity.values())
                        .filter(severity -> severity.code().equals(code)))
                .toList();
    }

    private static List<Transition.Type> transitions(TargetFields fields) {
        return fields.oneOrMore("transition", Where::type).stream()
                .flatMap(name -> Arrays.stream(Transition.Type.values())
                        .filter(type -> type.name().equals(name)))
                .toList();
    }

    private static String type(String name) {
        if (!TYPES.contains(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is none of " + String.join(", ", TYPES) + Suggestion.among(TYPES, name));
        }
        return name;
    }

    private static SortedMap<String, List<String>> labels(TargetFields fields) {
        SortedMap<String, List<String>> labels = new TreeMap<>();
        if (fields.has("label")) {
            TargetFields names = fields.object("label");
            names.names().forEach(name -> labels.put(name, names.oneOrMore(name, text -> text)));
        }
        return labels;
    }
}
