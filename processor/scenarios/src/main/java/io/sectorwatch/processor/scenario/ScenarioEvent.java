package io.sectorwatch.processor.scenario;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.time.Instant;

/** Something that happens in a scenario. */
public sealed interface ScenarioEvent {
    /** "file:line:column" where it stands. */
    String place();

    /** Makes it happen. */
    void feed(Simulation simulation);

    /** What it is, in a few words. */
    String words();

    /** A fact or a tick. */
    record Known(String place, Message message) implements ScenarioEvent {
        @Override
        public void feed(Simulation simulation) {
            simulation.accept(message);
        }

        @Override
        public String words() {
            if (message instanceof Observation observation) {
                String value = observation.value() == null
                        ? "withdrawn"
                        : (observation.comparator() == null
                                        ? ""
                                        : observation.comparator().symbol())
                                + observation.value().toPlainString();
                return "observe " + message.subject() + " = " + value;
            }
            return message instanceof PolicyEvent ? "policy " + message.subject() : "tick " + message.time();
        }
    }

    /** A rule that takes effect, or takes the place of the one with its id. */
    record RuleApplied(String place, Rule rule, Instant at) implements ScenarioEvent {
        @Override
        public void feed(Simulation simulation) {
            simulation.apply(rule, at);
        }

        @Override
        public String words() {
            return "rule " + rule.id();
        }
    }

    /** A rule that goes. */
    record RuleRemoved(String place, String rule, Instant at) implements ScenarioEvent {
        @Override
        public void feed(Simulation simulation) {
            simulation.remove(rule, at);
        }

        @Override
        public String words() {
            return "remove-rule " + rule;
        }
    }
}
