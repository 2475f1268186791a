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
import io.sectorwatch.schemas.series.SeriesKey;
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

/**
 * Indicators, areas and sectors that rules name and that nothing built in has: misspelt, or the user's own. Told what is
 * on the topics, the user's own are known too, and only what is misspelt is left.
 */
final class UnknownCodes {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private static final int FARTHEST_FROM_KNOWN = 2;

    private final Set<String> known = new TreeSet<>();
    private final Set<String> areas = new TreeSet<>();
    private final Set<String> sectors = new TreeSet<>(Topics.DEFAULT_SECTORS);
    private final YamlTree tree;
    private final boolean topicsAreKnown;
    private final List<String> warnings = new ArrayList<>();

    private UnknownCodes(YamlTree tree, @Nullable KnownSeries onTopics) {
        this.tree = tree;
        this.topicsAreKnown = onTopics != null;
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
        if (onTopics != null) {
            known.addAll(onTopics.codes(SeriesKey::indicator));
            areas.addAll(onTopics.codes(SeriesKey::area));
            sectors.addAll(onTopics.codes(SeriesKey::sector));
        }
    }

    /**
     * A warning with its place for each of them in a rules file.
     *
     * @param onTopics what is on the topics; null where nobody has looked
     */
    static List<String> in(YamlTree tree, @Nullable KnownSeries onTopics) {
        UnknownCodes unknown = new UnknownCodes(tree, onTopics);
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
        if (known.contains(indicator)) {
            return;
        }
        String near = near(known, indicator);
        // The kinds of policies are an open list.
        if (indicator.startsWith(Partitions.POLICY_ACTIVITY + '.')) {
            if (topicsAreKnown && !near.isEmpty()) {
                warn(path, "indicator", indicator, "counts no policies that are on the topics", near);
            }
            return;
        }
        String nowhere = "is in none of the built-in sets and not counted from policies";
        warn(path, "indicator", indicator, topicsAreKnown ? "is not on the topics, " + nowhere : nowhere, near);
    }

    private void area(String area, String path) {
        if (!areas.contains(area) && !COUNTRIES.contains(area)) {
            String nowhere = "is neither a country of ISO 3166 nor in a built-in set";
            warn(path, "area", area, topicsAreKnown ? nowhere + " nor on the topics" : nowhere, near(areas, area));
        }
    }

    // Sectors are an open list: only one that is nearly another may be a mistake.
    private void sector(String sector, String path) {
        String near = near(sectors, sector);
        if (!sectors.contains(sector) && !near.isEmpty()) {
            String nowhere = "is in no built-in set";
            warn(path, "sector", sector, topicsAreKnown ? nowhere + " and not on the topics" : nowhere, near);
        }
    }

    private String near(Set<String> codes, String written) {
        return topicsAreKnown
                ? Suggestion.among(codes, written, FARTHEST_FROM_KNOWN)
                : Suggestion.among(codes, written);
    }

    private void warn(String path, String sort, String code, String why, String near) {
        warnings.add(tree.where(path) + ": warning: " + sort + " '" + code + "' " + why + near);
    }
}
