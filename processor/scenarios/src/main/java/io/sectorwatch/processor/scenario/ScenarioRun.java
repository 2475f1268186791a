package io.sectorwatch.processor.scenario;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Feeds scenarios to the real topology. */
public final class ScenarioRun {
    // Before anything that can be published.
    private static final Instant FIRST = Instant.EPOCH;

    private final Simulation simulation;
    private final List<DecidedTransition> told = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private ScenarioRun(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Runs a scenario and judges what was decided. */
    public static Verdict of(Scenario scenario) {
        try (Simulation simulation = new Simulation()) {
            ScenarioRun run = new ScenarioRun(simulation);
            run.feed(scenario);
            return new Verdict(
                    scenario,
                    ExpectationComparison.inOrder(scenario.expected(), run.told),
                    scenario.open()
                            .map(open -> ExpectationComparison.inAnyOrder(open, run.open()))
                            .orElse(List.of()),
                    run.refused);
        }
    }

    private void feed(Scenario scenario) {
        for (Rule rule : scenario.rules()) {
            simulation.apply(rule, FIRST);
            note("rule " + rule.id() + ", before the first event");
        }
        for (ScenarioEvent event : scenario.events()) {
            event.feed(simulation);
            note(event.words() + " (" + event.place() + ")");
        }
    }

    private void note(String cause) {
        simulation.transitionBytes().forEach(bytes -> told.add(new DecidedTransition(Json.tree(bytes), cause)));
        simulation.refused().forEach(reason -> refused.add(cause + ": " + reason));
    }

    private List<DecidedTransition> open() {
        Map<String, DecidedTransition> open = new LinkedHashMap<>();
        for (DecidedTransition one : told) {
            String type = one.transition().path("transition").asText();
            open.remove(one.thread());
            if (Transition.Type.valueOf(type).opens()) {
                open.put(one.thread(), one);
            }
        }
        return List.copyOf(open.values());
    }
}
