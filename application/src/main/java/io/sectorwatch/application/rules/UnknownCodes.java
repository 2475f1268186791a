package io.sectorwatch.application.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.processor.kind.ComparedSeries;
import io.sectorwatch.processor.kind.Kind;
import io.sectorwatch.processor.kind.Kinds;
import io.sectorwatch.processor.kind.RuleFields;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
            unknown.selected(rule.path("series"), path + ".series");
            rule.path("when")
                    .properties()
                    .forEach(kind -> unknown.compared(kind.getKey(), kind.getValue(), path + ".when." + kind.getKey()));
        }
        return unknown.warnings;
    }

    private void selected(JsonNode series, String path) {
        text(series.path("indicator"), path + ".indicator", this::indicator);
        texts(series.path("areas"), path + ".areas", this::area);
        texts(series.path("except"), path + ".except", this::area);
        texts(series.path("sectors"), path + ".sectors", this::sector);
    }

    // A kind says what it compares with; what else is wrong with it is said by whoever reads the rule.
    private void compared(String name, JsonNode node, String path) {
        Function<RuleFields, Kind> parser = Kinds.all().get(name);
        if (parser == null) {
            return;
        }
        List<ComparedSeries> compared =
                parser.apply(new RuleFields(node, path, new ArrayList<>())).compared();
        WrittenCodes written = new WrittenCodes(node, path);
        written(written, "indicator", compared, ComparedSeries::indicator, this::indicator);
        written(written, "area", compared, ComparedSeries::area, this::area);
        written(written, "sector", compared, ComparedSeries::sector, this::sector);
    }

    private static void written(
            WrittenCodes written,
            String field,
            List<ComparedSeries> compared,
            Function<ComparedSeries, @Nullable String> code,
            BiConsumer<String, String> check) {
        compared.stream()
                .map(code)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(known -> written.place(field, known).ifPresent(path -> check.accept(known, path)));
    }

    private static void text(JsonNode node, String path, BiConsumer<String, String> check) {
        if (node.isTextual() && !node.textValue().equals("*")) {
            check.accept(node.textValue(), path);
        }
    }

    private static void texts(JsonNode list, String path, BiConsumer<String, String> check) {
        for (int i = 0; i < list.size(); i++) {
            text(list.get(i), path + '[' + i + ']', check);
        }
    }

    private void indicator(String indicator, String path) {
        // The kinds of policies are an open list.
        if (!known.contains(indicator) && !indicator.startsWith(Partitions.POLICY_ACTIVITY + '.')) {
            warnings.add(tree.where(path) + ": warning: indicator '" + indicator
                    + "' is in none of the built-in sets and not counted from policies"
                    + Suggestion.among(known, indicator));
        }
    }

    private void area(String area, String path) {
        if (!areas.contains(area) && !COUNTRIES.contains(area)) {
            warnings.add(tree.where(path) + ": warning: area '" + area
                    + "' is neither a country of ISO 3166 nor in a built-in set" + Suggestion.among(areas, area));
        }
    }

    // Sectors are an open list: only one that is nearly another may be a mistake.
    private void sector(String sector, String path) {
        String near = Suggestion.among(sectors, sector);
        if (!sectors.contains(sector) && !near.isEmpty()) {
            warnings.add(tree.where(path) + ": warning: sector '" + sector + "' is in no built-in set" + near);
        }
    }
}
