package io.sectorwatch.processor.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What became of a scenario.
 *
 * @param transitions what was expected beside what was decided
 * @param open the same of the alerts open at the end; empty where the scenario does not say
 * @param refused events that the topology refused, each with its place and the reason
 */
public record Verdict(Scenario scenario, List<Row> transitions, List<Row> open, List<String> refused) {

    /** How the two sides of a row stand to each other. */
    public enum Outcome {
        MATCHES("as expected"),
        DIFFERS("differs"),
        OUT_OF_ORDER("out of order"),
        MISSING("missing"),
        UNEXPECTED("unexpected");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One thing that was expected, or was decided, or both. */
    public record Row(Outcome outcome, Optional<Expectation> expected, Optional<DecidedTransition> actual) {}

    public boolean passed() {
        return refused.isEmpty() && matches(transitions) && matches(open);
    }

    private static boolean matches(List<Row> rows) {
        return rows.stream().allMatch(row -> row.outcome() == Outcome.MATCHES);
    }
}
