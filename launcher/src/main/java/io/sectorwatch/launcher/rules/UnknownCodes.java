package io.sectorwatch.launcher.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.processor.rule.YamlTree;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Indicators that rules name and that nothing built in has: misspelt, or the user's own. */
public final class UnknownIndicators {
    private final Set<String> known = new TreeSet<>();
    private final YamlTree tree;
    private final List<String> warnings = new ArrayList<>();

    private UnknownIndicators(YamlTree tree) {
        this.tree = tree;
        for (BuiltInSet set : BuiltInSet.values()) {
            for (Message fact : set.facts()) {
                if (fact instanceof Observation observation) {
                    known.add(observation.series().indicator());
                }
            }
        }
        known.add(Partitions.POLICY_ACTIVITY);
        PolicyCodec.STANCES.forEach(stance -> known.add(Partitions.POLICY_STANCE + '.' + stance));
    }

    /** A warning with its place for each of them in a rules file. */
    public static List<String> in(YamlTree tree) {
        UnknownIndicators unknown = new UnknownIndicators(tree);
        JsonNode rules = tree.root().path("rules");
        for (int i = 0; i < rules.size(); i++) {
            String path = "rules[" + i + ']';
            JsonNode rule = rules.get(i);
            unknown.check(rule.path("series").path("indicator"), path + ".series.indicator");
            rule.path("when")
                    .properties()
                    .forEach(kind -> unknown.check(
                            kind.getValue().path("to").path("indicator"),
                            path + ".when." + kind.getKey() + ".to.indicator"));
        }
        return unknown.warnings;
    }

    private void check(JsonNode node, String path) {
        String indicator = node.asText();
        if (!node.isTextual() || indicator.equals("*") || known.contains(indicator)) {
            return;
        }
        // The kinds of policies are an open list.
        if (!indicator.startsWith(Partitions.POLICY_ACTIVITY + '.')) {
            warnings.add(tree.where(path) + ": warning: indicator '" + indicator
                    + "' is in none of the built-in sets and not counted from policies"
                    + Suggestion.among(known, indicator));
        }
    }
}
