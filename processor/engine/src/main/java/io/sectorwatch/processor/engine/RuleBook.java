package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.kind.Kind;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules in effect, found by the indicator and area of a series: thousands of them concern other ones. */
final class RuleBook {
    private static final String ANY = "*";

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, Map<String, Map<String, Rule>>> byIndicatorAndArea = new HashMap<>();
    // Thousands of rules ask a handful of questions: one copy of each stays where the processor finds it at once.
    private final Map<Kind, Kind> kinds = new HashMap<>();

    @Nullable
    Rule get(String id) {
        return rules.get(id);
    }

    Collection<Rule> all() {
        return rules.values();
    }

    /** Puts a rule into effect, in the place of the one with its id; the rule as it is kept. */
    Rule put(Rule added) {
        Rule rule = added.with(kinds.computeIfAbsent(added.when(), kind -> kind));
        remove(rule.id());
        rules.put(rule.id(), rule);
        for (String area : areas(rule)) {
            byIndicatorAndArea
                    .computeIfAbsent(indicator(rule), key -> new HashMap<>())
                    .computeIfAbsent(area, key -> new TreeMap<>())
                    .put(rule.id(), rule);
        }
        return rule;
    }

    void remove(String id) {
        Rule rule = rules.remove(id);
        if (rule != null) {
            for (String area : areas(rule)) {
                Map<String, Map<String, Rule>> byArea = byIndicatorAndArea.getOrDefault(indicator(rule), Map.of());
                byArea.getOrDefault(area, new TreeMap<>()).remove(id);
            }
        }
    }

    /** The rules that a series matches. */
    List<Rule> matching(SeriesKey series) {
        List<Rule> matching = new ArrayList<>();
        for (String indicator : List.of(series.indicator(), ANY)) {
            Map<String, Map<String, Rule>> byArea = byIndicatorAndArea.getOrDefault(indicator, Map.of());
            for (String area : List.of(series.area(), ANY)) {
                for (Rule rule : byArea.getOrDefault(area, Map.of()).values()) {
                    if (rule.series().matches(series)) {
                        matching.add(rule);
                    }
                }
            }
        }
        return matching;
    }

    private static String indicator(Rule rule) {
        String indicator = rule.series().indicator();
        return indicator == null ? ANY : indicator;
    }

    private static Set<String> areas(Rule rule) {
        Set<String> areas = rule.series().areas();
        return areas == null ? Set.of(ANY) : areas;
    }
}
