package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says which transitions the contract demands after each input. Remembers facts, rules and open alerts; nothing else. */
public final class ReferenceEvaluator {
    private final List<Observation> observations = new ArrayList<>();
    private final List<PolicyEvent> policies = new ArrayList<>();
    private final List<Instant> ticks = new ArrayList<>();
    private final SortedMap<String, JsonNode> rules = new TreeMap<>();
    private final Map<String, Evidence> open = new TreeMap<>();

    /** The transitions demanded, in order for each rule and series. */
    public List<Expected> accept(Input input) {
        if (input instanceof Input.RuleSet set) {
            return set(set.rule(), set.at());
        }
        if (input instanceof Input.RuleRemoved removed) {
            return remove(removed.id(), removed.at());
        }
        return know(((Input.Fact) input).message());
    }

    /** The open alerts, each as {@code rule|series since..period certainty measure}, in the order of these lines. */
    public List<String> open() {
        List<String> lines = new ArrayList<>();
        open.forEach((key, evidence) -> lines.add(key + " " + evidence.since() + ".." + evidence.period() + " "
                + evidence.certainty().code() + " " + evidence.kind() + " "
                + Expected.number(evidence.measure(), evidence.comparator())));
        return lines;
    }

    private List<Expected> know(Message message) {
        Knowledge before = knowledge();
        if (!remember(message)) {
            return List.of();
        }
        Knowledge after = knowledge();
        List<Expected> transitions = new ArrayList<>();
        for (JsonNode json : rules.values()) {
            ReferenceRule rule = ReferenceRule.of(json);
            for (SeriesKey series : after.series()) {
                Optional<Reason> reason = message instanceof Tick
                        ? Optional.of(Reason.TIME_PASSED)
                        : Reasons.of(rule, series, before, after);
                if (rule.selection().covers(series) && reason.isPresent()) {
                    transitions.addAll(decide(rule, series, after, reason.get(), message.time()));
                }
            }
        }
        return transitions;
    }

    /** Whether it says anything that was not known. */
    private boolean remember(Message message) {
        if (message instanceof Tick tick) {
            return ticks.add(tick.tick());
        }
        if (message instanceof PolicyEvent policy) {
            boolean known = policies.stream()
                    .anyMatch(other -> Arrays.equals(PolicyCodec.identity(other), PolicyCodec.identity(policy)));
            return !known && policies.add(policy);
        }
        Observation observation = (Observation) message;
        boolean known = observations.stream()
                .anyMatch(other -> Arrays.equals(IndicatorCodec.identity(other), IndicatorCodec.identity(observation)));
        return !known && !Partitions.isDerived(observation.series().indicator()) && observations.add(observation);
    }

    private List<Expected> set(JsonNode json, Instant at) {
        ReferenceRule rule = ReferenceRule.of(json);
        if (json.equals(rules.put(rule.id(), json))) {
            return List.of();
        }
        Knowledge knowledge = knowledge();
        List<Expected> transitions = new ArrayList<>();
        for (SeriesKey series : knowledge.series()) {
            Evidence stated = open.get(Transition.key(rule.id(), series));
            if (rule.selection().covers(series)) {
                transitions.addAll(decide(rule, series, knowledge, Reason.RULE_CHANGED, at));
            } else if (stated != null) {
                transitions.addAll(settle(rule.id(), series, ReferenceDecision.gone(rule.id(), series, stated, at)));
            }
        }
        return transitions;
    }

    private List<Expected> remove(String id, Instant at) {
        rules.remove(id);
        List<Expected> transitions = new ArrayList<>();
        for (SeriesKey series : knowledge().series()) {
            Evidence stated = open.get(Transition.key(id, series));
            if (stated != null) {
                transitions.addAll(settle(id, series, ReferenceDecision.gone(id, series, stated, at)));
            }
        }
        return transitions;
    }

    private List<Expected> decide(
            ReferenceRule rule, SeriesKey series, Knowledge knowledge, Reason reason, Instant at) {
        Evidence stated = open.get(Transition.key(rule.id(), series));
        ReferenceFinding finding = find(rule, series, knowledge, stated);
        return settle(rule.id(), series, ReferenceDecision.of(rule, series, finding, stated, reason, at));
    }

    private static ReferenceFinding find(
            ReferenceRule rule, SeriesKey series, Knowledge knowledge, @Nullable Evidence stated) {
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

    private Knowledge knowledge() {
        return new Knowledge(List.copyOf(observations), List.copyOf(policies), List.copyOf(ticks));
    }
}
