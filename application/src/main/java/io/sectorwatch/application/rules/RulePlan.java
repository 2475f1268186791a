package io.sectorwatch.application.rules;

import io.sectorwatch.application.replay.Needs;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.processor.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What would come of rules that are not in effect yet, and would have come of them in the past.
 *
 * @param today what the rules that would be changed would have decided on all facts that are known now
 * @param planned what the new and the changed ones would have decided
 */
public record RulePlan(List<RuleEffect> effects, PastDecisions today, PastDecisions planned) implements AutoCloseable {
    public RulePlan {
        effects = List.copyOf(effects);
    }

    /** Whether any rule is new or changed. */
    public boolean changesAnything() {
        return effects.stream().anyMatch(effect -> effect.news() != RuleNews.UNCHANGED);
    }

    /** Gives the transitions that are there under today's rules and not under the planned ones, or the other way round. */
    public void differences(PlannedTransition.Taker taker) {
        try {
            PlannedTransition.between(today, planned, taker);
        } catch (IOException e) {
            throw PastDecisions.unusable(e);
        }
    }

    @Override
    public void close() {
        today.close();
        planned.close();
    }

    static RulePlan of(List<RuleEffect> effects, RulesInEffect inEffect, TopicFacts facts) {
        List<Rule> planned = effects.stream()
                .filter(effect -> effect.news() != RuleNews.UNCHANGED)
                .map(RuleEffect::rule)
                .toList();
        List<Rule> today = planned.stream()
                .map(rule -> inEffect.find(rule.id()))
                .flatMap(Optional::stream)
                .toList();
        RulePlan plan =
                new RulePlan(effects, new PastDecisions(facts.temporary()), new PastDecisions(facts.temporary()));
        try {
            return facts.history(needs(planned, today), history -> {
                plan.today().decide(today, history);
                plan.planned().decide(planned, history);
                return plan;
            });
        } catch (RuntimeException e) {
            plan.close();
            throw e;
        }
    }

    // What the other rules decide is the same before and after.
    private static Needs needs(List<Rule> planned, List<Rule> today) {
        Set<String> ids = planned.stream().map(Rule::id).collect(Collectors.toSet());
        List<Rule> both = new ArrayList<>(planned);
        both.addAll(today);
        return Needs.of(new ReplayScope(ids, Set.of(), Set.of(), Set.of()), both);
    }
}
