package io.sectorwatch.application.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Indicators, areas and sectors that rules name and that nothing built in has: misspelt, or the user's own. */
final class UnknownCodes {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private final Set<String> known = new TreeSet<>();
    private final Set<String> areas = new TreeSet<>();
    private final Set<String> sectors = new TreeSet<>(Topics.DEFAULT_SECTORS);
    private final YamlTree tree;
    private final List<String> warnings = new ArrayList<>();

    private UnknownCodes(YamlTree tree) {
        this.tree = tree;
        for (BuiltInSet set : BuiltInSet.values()) {
            for (Message fact : set.facts()) {
                if (fact instanceof Observation observation) {
                    known.add(observation.series().indicator());
                    areas.add(observation.series().area());
                    sectors.add(observation.series().sector());
                }
            }
        }
        known.add(Partitions.POLICY_ACTIVITY);
        PolicyCodec.STANCES.forEach(stance -> known.add(Partitions.POLICY_STANCE + '.' + stance));
    }

    /** A warning with its place for each of them in a rules file. */
    static List<String> in(YamlTree tree) {
        UnknownCodes unknown = new UnknownCodes(tree);
        JsonNode rules = tree.root().path("rules");
        for (int i = 0; i < rules.size(); i++) {
            String path = "rules[" + i + ']';
            JsonNode rule = rules.get(i);
            unknown.indicator(rule.path("series").path("indicator"), path + ".series.indicator");
            unknown.check(rule.path("series"), path + ".series");
            rule.path("when").properties().forEach(kind -> {
                String at = path + ".when." + kind.getKey();
                JsonNode to = kind.getValue().path("to");
                unknown.indicator(to.path("indicator"), at + ".to.indicator");
                unknown.area(to.path("area"), at + ".to.area");
                unknown.sector(to.path("sector"), at + ".to.sector");
                unknown.areas(kind.getValue().path("among"), at + ".among");
            });
        }
        return unknown.warnings;
    }

    private void indicator(JsonNode node, String path) {
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

    private void check(JsonNode series, String path) {
        areas(series.path("areas"), path + ".areas");
        areas(series.path("except"), path + ".except");
        JsonNode list = series.path("sectors");
        for (int i = 0; i < list.size(); i++) {
            sector(list.get(i), path + ".sectors[" + i + ']');
        }
    }

    private void areas(JsonNode list, String path) {
        for (int i = 0; i < list.size(); i++) {
            area(list.get(i), path + '[' + i + ']');
        }
    }

    private void area(JsonNode node, String path) {
        String area = node.asText();
        if (node.isTextual() && !area.equals("*") && !areas.contains(area) && !COUNTRIES.contains(area)) {
            warnings.add(tree.where(path) + ": warning: area '" + area
                    + "' is neither a country of ISO 3166 nor in a built-in set" + Suggestion.among(areas, area));
        }
    }

    // Sectors are an open list: only one that is nearly another may be a mistake.
    private void sector(JsonNode node, String path) {
        String sector = node.asText();
        String near = Suggestion.among(sectors, sector);
        if (node.isTextual() && !sector.equals("*") && !sectors.contains(sector) && !near.isEmpty()) {
            warnings.add(tree.where(path) + ": warning: sector '" + sector + "' is in no built-in set" + near);
        }
    }
}
