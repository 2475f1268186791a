package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.PolicyEvent;
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
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says which transitions the contract demands after each input. Remembers facts, corrections, rules, and what is open of
 * releases and alerts; nothing else.
 */
public final class ReferenceEvaluator {
    private final Arrived arrived = new Arrived();
    private final ReferenceRules rules = new ReferenceRules();
    private final OpenReleases releases = new OpenReleases();
    private final Map<String, Open> open = new TreeMap<>();
    private final Map<String, Instant> said = new TreeMap<>();

    /** The transitions demanded, of each event by rule and series, and of one of these the closing first. */
    public List<Expected> accept(Input input) {
        List<Expected> transitions = new ArrayList<>();
        releases.closeBefore(input.time()).forEach(release -> transitions.addAll(decide(release)));
        transitions.addAll(take(input));
        return transitions;
    }

    private List<Expected> take(Input input) {
        if (input instanceof Input.RuleSet set) {
            return set(set.rule(), set.at());
        }
        if (input instanceof Input.RuleRemoved removed) {
            return remove(removed.id(), removed.at());
        }
        if (input instanceof Input.Corrected corrected) {
            return correct(corrected.correction(), corrected.ofPolicies());
        }
        if (input instanceof Input.Closed closed) {
            return releases.close(closed.release().release(), closed.ofPolicies())
                    .map(this::decide)
                    .orElse(List.of());
        }
        Input.Fact fact = (Input.Fact) input;
        return fact.release() == null ? know(fact.message()) : putAside(fact.message(), fact.release());
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
        return decideAll(after.series(), message.time(), (rule, series) -> Reasons.of(rule, series, before, after));
    }

    /** Known at once, and decided later. */
    private List<Expected> putAside(Message message, String release) {
        Knowledge before = arrived.knowledge();
        if (!arrived.add(message)) {
            return List.of();
        }
        Knowledge after = arrived.knowledge();
        OpenReleases.Opened opened = releases.open(release, message instanceof PolicyEvent, message.time());
        forEach(after.series(), (rule, series) -> {
            Why why = Reasons.of(rule, series, before, after);
            if (why.concerns()) {
                opened.add(Transition.key(rule.id(), series), why);
            }
        });
        return List.of();
    }

    private List<Expected> decide(OpenReleases.Opened release) {
        return decideAll(
                arrived.knowledge().series(),
                release.published(),
                (rule, series) -> release.why(Transition.key(rule.id(), series)));
    }

    private List<Expected> correct(Correction correction, boolean ofPolicies) {
        Knowledge before = arrived.knowledge();
        arrived.correct(correction, ofPolicies);
        Knowledge after = arrived.knowledge();
        SortedSet<SeriesKey> all = new TreeSet<>(before.series());
        all.addAll(after.series());
        return decideAll(
                all,
                correction.at(),
                (rule, series) ->
                        Reasons.of(rule, series, before, after).concerns() ? Why.only(Reason.CORRECTION) : Why.NOTHING);
    }

    private List<Expected> set(JsonNode json, Instant at) {
        ReferenceRule rule = ReferenceRule.of(json);
        ReferenceRule replaced = rules.named(rule.id()).orElse(rule);
        if (!rules.set(rule.id(), json, at)) {
            return List.of();
        }
        releases.settled(rule.id());
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
            releases.settled(id);
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
        Instant decidedAt = decidedAt(at, rule, series, knowledge);
        return settle(rule.id(), series, ReferenceDecision.gone(rule.id(), series, stated, decidedAt));
    }

    private List<Expected> decideAll(
            SortedSet<SeriesKey> all, Instant at, BiFunction<ReferenceRule, SeriesKey, Why> why) {
        Knowledge knowledge = arrived.knowledge();
        List<Expected> transitions = new ArrayList<>();
        forEach(
                all,
                (rule, series) -> transitions.addAll(decide(rule, series, knowledge, why.apply(rule, series), at)));
        return transitions;
    }

    private void forEach(SortedSet<SeriesKey> all, BiConsumer<ReferenceRule, SeriesKey> taker) {
        for (ReferenceRule rule : rules.all()) {
            all.stream().filter(rule.selection()::covers).forEach(series -> taker.accept(rule, series));
        }
    }

    private List<Expected> decide(ReferenceRule rule, SeriesKey series, Knowledge knowledge, Why why, Instant at) {
        if (!why.concerns()) {
            return List.of();
        }
        Open stated = open.get(Transition.key(rule.id(), series));
        ReferenceFinding finding = find(rule, series, knowledge, stated);
        Instant decidedAt = decidedAt(at, rule, series, knowledge);
        return settle(
                rule.id(), series, ReferenceDecision.of(rule, series, finding, stated, why, knowledge, decidedAt));
    }

    /** Never before what was said of the rule and series last. */
    private Instant decidedAt(Instant event, ReferenceRule rule, SeriesKey series, Knowledge knowledge) {
        Instant at = DecisionTime.of(event, rules.newestEffect(rule.id()), rule, series, knowledge);
        Instant before = said.getOrDefault(Transition.key(rule.id(), series), at);
        return before.isAfter(at) ? before : at;
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
        decision.transitions().forEach(transition -> said.put(key, transition.decidedAt()));
        return decision.transitions();
    }
}
