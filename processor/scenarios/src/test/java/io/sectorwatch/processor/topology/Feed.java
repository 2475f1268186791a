package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.reference.Input;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.scenario.Simulation;

/** Gives the inputs of a history to the real topology. */
final class Feed {
    static void into(Simulation simulation, Input input) {
        if (input instanceof Input.Fact fact) {
            simulation.accept(fact.message(), fact.release());
        } else if (input instanceof Input.Closed closed) {
            simulation.close(closed.release(), closed.ofPolicies());
        } else if (input instanceof Input.Corrected corrected) {
            simulation.correct(corrected.correction(), corrected.ofPolicies());
        } else if (input instanceof Input.RuleSet rule) {
            simulation.apply(RuleCodec.read(rule.rule()), rule.at());
        } else if (input instanceof Input.RuleRemoved removed) {
            simulation.remove(removed.id(), removed.at());
        }
    }

    private Feed() {}
}
