package io.sectorwatch.application.replay;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.SeriesSelection;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions a replay is about; an empty set stands for all. It says nothing of facts: a decision about one area may
 * rest on those of others.
 */
public record ReplayScope(Set<String> rules, Set<String> indicators, Set<String> areas, Set<String> sectors) {
    public static final ReplayScope EVERYTHING = new ReplayScope(Set.of(), Set.of(), Set.of(), Set.of());

    public boolean contains(String rule, SeriesKey series) {
        return wants(rules, rule)
                && wants(indicators, series.indicator())
                && wants(areas, series.area())
                && wants(sectors, series.sector());
    }

    /** Whether it is narrowed by codes, which may be misspelt and then choose nothing. */
    public boolean namesCodes() {
        return !(indicators.isEmpty() && areas.isEmpty() && sectors.isEmpty());
    }

    /** Throws ReplayException where it names a rule that is not among those with these ids. */
    public void requireRules(Collection<String> ids) {
        for (String rule : rules) {
            if (!ids.contains(rule)) {
                throw new ReplayException("--rule: there is no rule '" + rule + "'" + Suggestion.among(ids, rule));
            }
        }
    }

    /** Whether a rule can decide anything that is in it. */
    public boolean concerns(Rule rule) {
        SeriesSelection series = rule.series();
        return wants(rules, rule.id())
                && (series.indicator() == null || wants(indicators, series.indicator()))
                && meets(areas, series.areas())
                && meets(sectors, series.sectors());
    }

    /** What happens to those of the rules that can, at any time, decide anything that is in it. */
    public List<RuleEvent> concerned(List<RuleEvent> events) {
        Set<String> ids = new HashSet<>();
        for (RuleEvent event : events) {
            if (event.rule() != null && concerns(event.rule())) {
                ids.add(event.id());
            }
        }
        return events.stream().filter(event -> ids.contains(event.id())).toList();
    }

    private static boolean wants(Set<String> wanted, String one) {
        return wanted.isEmpty() || wanted.contains(one);
    }

    private static boolean meets(Set<String> wanted, @Nullable Set<String> ofRule) {
        return wanted.isEmpty() || ofRule == null || !Collections.disjoint(wanted, ofRule);
    }
}
