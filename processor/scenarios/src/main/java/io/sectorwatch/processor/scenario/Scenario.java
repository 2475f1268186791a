package io.sectorwatch.processor.scenario;

import io.sectorwatch.processor.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A story that says what rules must decide.
 *
 * @param rules in effect before the first event
 * @param events in the order in which they are fed
 * @param expected all transitions there must be
 * @param open the alerts that must be open at the end, in any order; empty where the scenario does not say
 */
public record Scenario(
        String name,
        List<Rule> rules,
        List<ScenarioEvent> events,
        List<Expectation> expected,
        Optional<List<Expectation>> open) {}
