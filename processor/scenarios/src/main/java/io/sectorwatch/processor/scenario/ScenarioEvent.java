package io.sectorwatch.processor.scenario;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.time.Instant;
import java.util.List;

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

    /**
     * Facts that are decided together.
     *
     * @param closing by which they are; all of its moment
     */
    record Released(String place, List<Known> facts, ClosedRelease closing) implements ScenarioEvent {
        @Override
        public void feed(Simulation simulation) {
            facts.forEach(fact -> simulation.accept(fact.message(), closing.release()));
            if (facts.stream().anyMatch(fact -> !isPolicy(fact))) {
                simulation.close(closing, false);
            }
            if (facts.stream().anyMatch(Released::isPolicy)) {
                simulation.close(closing, true);
            }
        }

        @Override
        public String words() {
            return "release of " + facts.size() + (facts.size() == 1 ? " fact" : " facts");
        }

        private static boolean isPolicy(Known fact) {
            return fact.message() instanceof PolicyEvent;
        }
    }

    /** A fact that is taken back, or is valid after all. */
    record Corrected(String place, Correction correction, boolean ofPolicies) implements ScenarioEvent {
        @Override
        public void feed(Simulation simulation) {
            simulation.correct(correction, ofPolicies);
        }

        @Override
        public String words() {
            return "correct " + correction.state().code();
        }
    }
}
