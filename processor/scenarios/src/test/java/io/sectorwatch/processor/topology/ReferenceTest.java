package io.sectorwatch.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sectorwatch.processor.reference.Expected;
import io.sectorwatch.processor.reference.Input;
import io.sectorwatch.processor.reference.RandomHistory;
import io.sectorwatch.processor.reference.ReferenceComparison;
import io.sectorwatch.processor.reference.ReferenceEvaluator;
import io.sectorwatch.processor.scenario.Simulation;
import io.sectorwatch.schemas.message.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the real topology against a slow and separate reading of the contract, over random histories. */
class ReferenceTest {
    /** Another seed runs other histories: {@code -Dsectorwatch.seed=42}. */
    private static final long SEED = Long.getLong("sectorwatch.seed", 20240223L);

    private static final int HISTORIES = Integer.getInteger(
            "sectorwatch.histories", System.getenv("SECTORWATCH_TEST_THOROUGHLY") == null ? 2_000 : 10_000);

    @Test
    void decidesAsTheReferenceDoes() {
        long transitions = 0;
        for (int i = 0; i < HISTORIES; i++) {
            RandomHistory history = RandomHistory.of(SEED + i);
            transitions += compare(history);
        }
        System.out.println("held " + HISTORIES + " histories with " + transitions
                + " transitions against the reference, from seed " + SEED);
        assertThat(transitions).isGreaterThan(HISTORIES);
    }

    private static int compare(RandomHistory history) {
        ReferenceEvaluator reference = new ReferenceEvaluator();
        List<Expected> expected = new ArrayList<>();
        List<Transition> actual = new ArrayList<>();
        try (Simulation simulation = new Simulation()) {
            for (Input input : history.inputs()) {
                expected.addAll(reference.accept(input));
                Feed.into(simulation, input);
            }
            actual.addAll(simulation.transitions());
            Optional<String> difference = ReferenceComparison.difference(expected, actual);
            difference.ifPresent(text -> fail(text + "\n" + history));
            assertThat(simulation.refused()).isEmpty();
            assertThat(actual)
                    .allSatisfy(transition -> assertThat(MessageContents.missing(transition))
                            .as(transition.message())
                            .isEmpty());
        }
        return actual.size();
    }
}
