package io.sectorwatch.application.rules;

import io.sectorwatch.processor.rule.Rule;
import java.util.List;

/**
 * What comes of a rule that is put into effect.
 *
 * @param differences what a changed one says differently
 * @param series how many it watches
 * @param openAlerts how many open ones are decided again
 */
public record RuleEffect(Rule rule, RuleNews news, List<RuleDifference> differences, int series, int openAlerts) {
    public RuleEffect {
        differences = List.copyOf(differences);
    }

    /** Of each of the rules, given what is in effect. */
    static List<RuleEffect> of(List<Rule> rules, RulesInEffect inEffect, RuleReach reach) {
        return rules.stream().map(rule -> of(rule, inEffect, reach)).toList();
    }

    private static RuleEffect of(Rule rule, RulesInEffect inEffect, RuleReach reach) {
        RuleNews news = inEffect.find(rule.id())
                .map(known -> known.hash().equals(rule.hash()) ? RuleNews.UNCHANGED : RuleNews.CHANGED)
                .orElse(RuleNews.NEW);
        int touched = news == RuleNews.UNCHANGED ? 0 : reach.openAlerts(rule.id());
        List<RuleDifference> differences = inEffect.find(rule.id())
                .map(known -> RuleDifference.between(known, rule))
                .orElse(List.of());
        return new RuleEffect(rule, news, differences, reach.series(rule), touched);
    }
}
