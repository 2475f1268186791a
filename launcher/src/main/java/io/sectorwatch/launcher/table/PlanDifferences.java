package io.sectorwatch.launcher.table;

import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.rules.PlannedTransition;
import io.sectorwatch.application.rules.PlannedTransition.Side;
import io.sectorwatch.application.rules.RulePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The transitions that a plan makes a difference to, by rule: of each the first, and how many more there are. */
final class PlanDifferences {
    private static final int SHOWN = 40;
    private static final int FEWEST = 5;
    private static final String MARGIN = "  ";

    private final SortedMap<String, OfRule> byRule = new TreeMap<>();

    private static final class OfRule {
        private final List<PlannedTransition> first = new ArrayList<>();
        private long size;
    }

    static String of(RulePlan plan, RuleNames names, Screen screen) {
        PlanDifferences differences = new PlanDifferences();
        plan.differences(differences::take);
        return differences.text(names, screen);
    }

    private void take(PlannedTransition transition) {
        OfRule ofRule = byRule.computeIfAbsent(transition.logged().rule(), rule -> new OfRule());
        ofRule.size++;
        if (ofRule.first.size() < SHOWN) {
            ofRule.first.add(transition);
        }
    }

    private String text(RuleNames names, Screen screen) {
        if (byRule.isEmpty()) {
            return lines("No transition would be there that is not, and none would be missing.");
        }
        long size = byRule.values().stream().mapToLong(ofRule -> ofRule.size).sum();
        StringBuilder text = new StringBuilder(lines(String.format(
                Locale.ROOT,
                size == 1
                        ? "%,d transition differs (+ would be there and is not, - would not be there)"
                        : "%,d transitions differ (+ would be there and is not, - would not be there)",
                size)));
        int share = Math.max(FEWEST, SHOWN / byRule.size());
        TransitionLine line = new TransitionLine(screen);
        byRule.forEach((rule, differing) -> {
            text.append(lines(screen.wrapped(MARGIN, names.of(rule), MARGIN.repeat(2))));
            List<PlannedTransition> first = differing.first.subList(0, Math.min(share, differing.first.size()));
            for (PlannedTransition one : first) {
                String mark = one.side() == Side.PLANNED ? "+" : "-";
                text.append(lines(line.marked(one.logged().transition(), mark, MARGIN.repeat(2))));
            }
            if (differing.size > first.size()) {
                text.append(lines(String.format(
                        Locale.ROOT,
                        "%s%,d more; --output jsonl has all",
                        MARGIN.repeat(2),
                        differing.size - first.size())));
            }
        });
        return text.toString();
    }

    private static String lines(String text) {
        return text + System.lineSeparator();
    }
}
