package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.reference.Input;
import io.sectorwatch.processor.reference.RandomHistory;
import io.sectorwatch.processor.scenario.Simulation;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the topology whatever history it is given; the seed is the name of the case. */
class TopologyPropertiesTest {
    private static final int HISTORIES = 150;
    private static final long FIRST = 20250123;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderOfArrivalLeavesTheSameAlertsOpen(long seed) {
        RandomHistory history = RandomHistory.of(seed);
        List<Input> rules = history.rulesWithoutMemory();
        List<Input> told = new ArrayList<>(history.told());
        Input end = RandomHistory.laterThan(told);
        Set<String> open = open(rules, told, end);
        Random random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(told, random);
            assertThat(open(rules, told, end)).as("%s", history).isEqualTo(open);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPublishedTwiceIsDecidedOnce(long seed) {
        RandomHistory history = RandomHistory.of(seed);
        List<Input> once = ended(history.inputs());
        List<Input> again = history.told().stream()
                .filter(input -> !(input instanceof Input.Fact fact && fact.message() instanceof Tick))
                .toList();

        List<Input> twice = Stream.concat(once.stream(), again.stream()).toList();

        assertThat(log(twice)).as("%s", history).isEqualTo(log(once));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPublishedLaterChangesNothingDecidedBefore(long seed) {
        RandomHistory history = RandomHistory.of(seed);
        if (history.arrival() != RandomHistory.Arrival.AS_PUBLISHED) {
            return;
        }
        Instant cut = history.inputs().get(history.inputs().size() / 2).time();
        List<Input> earlier = ended(history.inputs().stream()
                .filter(input -> !input.time().isAfter(cut))
                .toList());

        List<String> before = log(earlier);

        assertThat(log(ended(history.inputs())).subList(0, before.size()))
                .as("up to %s of %s", cut, history)
                .isEqualTo(before);
    }

    private static List<String> log(List<Input> inputs) {
        try (Simulation simulation = new Simulation()) {
            inputs.forEach(input -> Feed.into(simulation, input));
            return simulation.transitionBytes().stream()
                    .map(bytes -> new String(bytes, UTF_8))
                    .toList();
        }
    }

    private static List<Input> ended(List<Input> inputs) {
        List<Input> ended = new ArrayList<>(inputs);
        ended.add(RandomHistory.laterThan(inputs));
        return ended;
    }

    private static Set<String> open(List<Input> rules, List<Input> told, Input end) {
        try (Simulation simulation = new Simulation()) {
            rules.forEach(input -> Feed.into(simulation, input));
            told.forEach(input -> Feed.into(simulation, input));
            Feed.into(simulation, end);
            TreeMap<String, Transition> last = new TreeMap<>();
            simulation.transitions().forEach(transition -> last.put(transition.key(), transition));
            Set<String> open = new HashSet<>();
            for (Transition t : last.values()) {
                if (t.transition().opens()) {
                    open.add(t.key() + ' ' + t.since() + ' ' + t.period() + ' ' + t.certainty() + ' ' + t.measure());
                }
            }
            return open;
        }
    }
}
