package io.sectorwatch.application.rules;

import io.sectorwatch.processor.rule.Rule;
import java.util.List;

/**
 * What comes of a rule that is put into effect.
 *
 * @param series how many it watches
 * @param openAlerts how many open ones are decided again
 */
public record RuleEffect(Rule rule, RuleNews news, int series, int openAlerts) {

    /** Of each of the rules, given what is in effect. */
    static List<RuleEffect> of(List<Rule> rules, RulesInEffect inEffect, RuleReach reach) {
        return rules.stream().map(rule -> of(rule, inEffect, reach)).toList();
    }

    private static RuleEffect of(Rule rule, RulesInEffect inEffect, RuleReach reach) {
        RuleNews news = inEffect.find(rule.id())
                .map(known -> known.hash().equals(rule.hash()) ? RuleNews.UNCHANGED : RuleNews.CHANGED)
                .orElse(RuleNews.NEW);
        int touched = news == RuleNews.UNCHANGED ? 0 : reach.openAlerts(rule.id());
        return new RuleEffect(rule, news, reach.series(rule), touched);
    }
}
