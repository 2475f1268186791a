package io.sectorwatch.application.explanation;

import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.alerts.Alerts.Published;
import io.sectorwatch.application.facts.FactsOnTopics;
import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.series.PeriodFigures;
import io.sectorwatch.application.series.SeriesFigures;
import io.sectorwatch.application.series.Vintage;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alerts explained: with their rules, and the facts that they rest on. */
public final class AlertStories {
    private final Server server;
    private final Topics topics;
    private final FactsOnTopics facts;

    /** Of an installation and its facts. */
    public AlertStories(Server server, Topics topics, FactsOnTopics facts) {
        this.server = server;
        this.topics = topics;
        this.facts = facts;
    }

    /**
     * One alert.
     *
     * @param id all of it, or the beginning
     * @throws AlertChoiceException if no alert has it, or several begin with it
     */
    public AlertStory tell(String id) {
        List<Published> its;
        try (TopicReader reader = new TopicReader(server, topics.alerts())) {
            its = AlertChoice.among(Alerts.of(reader.readToEnd()), id);
        }
        Set<String> evidence = new LinkedHashSet<>();
        Set<SeriesKey> series = new HashSet<>();
        for (Published published : its) {
            Transition transition = published.transition();
            evidence.addAll(transition.evidence());
            series.add(transition.series());
            Transition.Figure benchmark = transition.benchmark();
            if (benchmark != null && benchmark.series() != null) {
                series.add(benchmark.series());
            }
        }
        List<ListedFact> found = found(evidence, series);
        List<EvidentFact> evident = evident(found, evidence);
        evident.forEach(fact -> evidence.remove(fact.fact().id()));
        Transition last = its.get(its.size() - 1).transition();
        return new AlertStory(its, rule(last), unit(found, last.series()), evident, List.copyOf(evidence));
    }

    // What stands beside the evidence in its series says what became of it.
    private List<ListedFact> found(Set<String> evidence, Set<SeriesKey> series) {
        List<ListedFact> found = new ArrayList<>();
        facts.forEach(
                message -> message instanceof Observation observation && series.contains(observation.series())
                        || isFact(message) && evidence.contains(FactId.of(message)),
                found::add);
        return found;
    }

    private static boolean isFact(Message message) {
        return message instanceof Observation || message instanceof PolicyEvent;
    }

    /** Those of some facts that are evidence, each with what counts in its place. */
    static List<EvidentFact> evident(List<ListedFact> facts, Set<String> evidence) {
        Map<SeriesKey, List<Vintage>> vintages = new HashMap<>();
        for (ListedFact fact : facts) {
            if (fact.fact() instanceof Observation observation) {
                vintages.computeIfAbsent(observation.series(), key -> new ArrayList<>())
                        .add(new Vintage(fact.id(), observation, fact.correction()));
            }
        }
        List<EvidentFact> evident = new ArrayList<>();
        for (ListedFact fact : facts) {
            if (evidence.contains(fact.id())) {
                evident.add(new EvidentFact(fact, instead(fact, vintages)));
            }
        }
        return evident;
    }

    private static @Nullable Vintage instead(ListedFact fact, Map<SeriesKey, List<Vintage>> vintages) {
        if (!(fact.fact() instanceof Observation observation)) {
            return null;
        }
        for (PeriodFigures period : SeriesFigures.of(vintages.getOrDefault(observation.series(), List.of()), null)) {
            if (period.period().equals(observation.period())) {
                Vintage current = period.current();
                return current == null || current.id().equals(fact.id()) ? null : current;
            }
        }
        return null;
    }

    private static @Nullable String unit(List<ListedFact> facts, SeriesKey series) {
        String unit = null;
        for (ListedFact fact : facts) {
            if (fact.fact() instanceof Observation observation
                    && observation.series().equals(series)
                    && observation.unit() != null) {
                unit = observation.unit();
            }
        }
        return unit;
    }

    private @Nullable Rule rule(Transition last) {
        Rule known = null;
        for (RuleEvent event : new LiveTopics(server, topics, Capture.of(server, topics))
                .rules()
                .events()) {
            Rule rule = event.rule();
            if (rule != null && rule.id().equals(last.rule())) {
                known = known != null && known.hash().equals(last.ruleHash()) ? known : rule;
            }
        }
        return known;
    }
}
