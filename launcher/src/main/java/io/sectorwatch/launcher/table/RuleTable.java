package io.sectorwatch.launcher.table;

import io.sectorwatch.application.rules.RuleReach;
import io.sectorwatch.application.rules.RulesInEffect.Effective;
import io.sectorwatch.processor.kind.MeasureKind;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.SeriesSelection;
import io.sectorwatch.schemas.message.Limit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules in effect as a person reads them: of each what it is about, beneath it its limit and what it reaches. */
public final class RuleTable {
    private static final String INDENT = "    ";

    /** All of them, on a screen. */
    public static String of(List<Effective> rules, RuleReach reach, Screen screen) {
        StringBuilder text = new StringBuilder();
        for (Effective effective : rules) {
            Rule rule = effective.rule();
            text.append(screen.wrapped("", head(effective), INDENT))
                    .append(System.lineSeparator())
                    .append(screen.wrapped(INDENT, words(rule, reach), INDENT))
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String head(Effective effective) {
        Rule rule = effective.rule();
        String indicator = rule.series().indicator();
        return rule.id() + "  " + rule.severity().code() + "  " + (indicator == null ? "*" : indicator) + "  since "
                + LocalDate.ofInstant(effective.since(), ZoneOffset.UTC);
    }

    private static String words(Rule rule, RuleReach reach) {
        SeriesSelection series = rule.series();
        return (rule.title().equals(rule.id()) ? "" : rule.title() + ": ") + limit(rule) + "; areas "
                + codes(series.areas())
                + (series.except().isEmpty() ? "" : " but " + codes(series.except())) + "; sectors "
                + codes(series.sectors()) + "; " + RuleWords.series(reach.series(rule)) + ", "
                + RuleWords.openAlerts(reach.openAlerts(rule.id()));
    }

    // In the rule's own words.
    private static String limit(Rule rule) {
        if (!(rule.when() instanceof MeasureKind measure)) {
            return rule.when().name();
        }
        Limit limit = measure.limit();
        return rule.when().name()
                + ' '
                + limit.side().field()
                + ' '
                + limit.value().toPlainString()
                + (limit.clear() == null ? "" : " clear " + limit.clear().toPlainString());
    }

    private static String codes(@Nullable Set<String> codes) {
        return codes == null ? "*" : String.join(", ", new TreeSet<>(codes));
    }

    private RuleTable() {}
}
