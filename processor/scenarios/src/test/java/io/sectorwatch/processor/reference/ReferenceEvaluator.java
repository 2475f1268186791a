package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says which transitions the contract demands after each input. Remembers facts, rules and open alerts; nothing else. */
public final class ReferenceEvaluator {
    private final Arrived arrived = new Arrived();
    private final ReferenceRules rules = new ReferenceRules();
    private final Map<String, Open> open = new TreeMap<>();

    /** The transitions demanded, by rule and series, and of one of these the closing first. */
    public List<Expected> accept(Input input) {
        if (input instanceof Input.RuleSet set) {
            return set(set.rule(), set.at());
        }
        if (input instanceof Input.RuleRemoved removed) {
            return remove(removed.id(), removed.at());
        }
        if (input instanceof Input.Corrected corrected) {
            return correct(corrected.correction(), corrected.ofPolicies());
        }
        return know(((Input.Fact) input).message());
    }

    /** The open alerts, each as {@code rule|series since..period certainty measure}, in the order of these lines. */
    public List<String> open() {
        List<String> lines = new ArrayList<>();
        open.forEach((key, one) -> lines.add(key + " " + one.since() + ".." + one.period() + " "
                + one.evidence().certainty().code() + " " + one.evidence().kind() + " "
                + Expected.number(one.evidence().measure(), one.evidence().comparator())));
        return lines;
    }

    private List<Expected> know(Message message) {
        Knowledge before = arrived.knowledge();
        if (!arrived.add(message)) {
            return List.of();
        }
        Knowledge after = arrived.knowledge();
        List<Expected> transitions = new ArrayList<>();
        for (ReferenceRule rule : rules.all()) {
            for (SeriesKey series : after.series()) {
                if (rule.selection().covers(series)) {
                    Why why = Reasons.of(rule, series, before, after);
                    transitions.addAll(decide(rule, series, after, why, message.time()));
                }
            }
        }
        return transitions;
    }

    private List<Expected> correct(Correction correction, boolean ofPolicies) {
        Knowledge before = arrived.knowledge();
        arrived.correct(correction, ofPolicies);
        Knowledge after = arrived.knowledge();
        SortedSet<SeriesKey> all = new TreeSet<>(before.series());
        all.addAll(after.series());
        List<Expected> transitions = new ArrayList<>();
        for (ReferenceRule rule : rules.all()) {
            for (SeriesKey series : all) {
                if (rule.selection().covers(series)
                        && Reasons.of(rule, series, before, after).concerns()) {
                    transitions.addAll(decide(rule, series, after, Why.only(Reason.CORRECTION), correction.at()));
                }
            }
        }
        return transitions;
    }

    private List<Expected> set(JsonNode json, Instant at) {
        ReferenceRule rule = ReferenceRule.of(json);
        ReferenceRule replaced = rules.named(rule.id()).orElse(rule);
        if (!rules.set(rule.id(), json, at)) {
            return List.of();
        }
        Knowledge knowledge = arrived.knowledge();
        List<Expected> transitions = new ArrayList<>();
        for (SeriesKey series : knowledge.series()) {
            transitions.addAll(
                    rule.selection().covers(series)
                            ? decide(rule, series, knowledge, Why.only(Reason.RULE_CHANGED), at)
                            : end(replaced, series, knowledge, at));
        }
        return transitions;
    }

    private List<Expected> remove(String id, Instant at) {
        List<Expected> transitions = new ArrayList<>();
        rules.named(id).ifPresent(rule -> {
            rules.remove(id, at);
            Knowledge knowledge = arrived.knowledge();
            knowledge.series().forEach(series -> transitions.addAll(end(rule, series, knowledge, at)));
        });
        return transitions;
    }

    /** Of a rule that does not speak of the series any more. */
    private List<Expected> end(ReferenceRule rule, SeriesKey series, Knowledge knowledge, Instant at) {
        Open stated = open.get(Transition.key(rule.id(), series));
        if (stated == null) {
            return List.of();
        }
        Instant decidedAt = DecisionTime.of(at, rules.newestEffect(rule.id()), rule, series, knowledge);
        return settle(rule.id(), series, ReferenceDecision.gone(rule.id(), series, stated, decidedAt));
    }

    private List<Expected> decide(ReferenceRule rule, SeriesKey series, Knowledge knowledge, Why why, Instant at) {
        if (!why.concerns()) {
            return List.of();
        }
        Open stated = open.get(Transition.key(rule.id(), series));
        ReferenceFinding finding = find(rule, series, knowledge, stated);
        Instant decidedAt = DecisionTime.of(at, rules.newestEffect(rule.id()), rule, series, knowledge);
        return settle(
                rule.id(), series, ReferenceDecision.of(rule, series, finding, stated, why, knowledge, decidedAt));
    }

    private static ReferenceFinding find(
            ReferenceRule rule, SeriesKey series, Knowledge knowledge, @Nullable Open stated) {
        if (rule.when() instanceof ReferenceWhen.Overdue overdue) {
            return OverdueRelease.find(rule, overdue, series, knowledge, stated);
        }
        return new ReferenceFold(rule, (ReferenceWhen.Beyond) rule.when(), series, rule.sight(knowledge)).find();
    }

    private List<Expected> settle(String rule, SeriesKey series, ReferenceDecision decision) {
        String key = Transition.key(rule, series);
        if (decision.open() == null) {
            open.remove(key);
        } else {
            open.put(key, decision.open());
        }
        return decision.transitions();
    }
}
