package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.reference.Input;
import io.sectorwatch.processor.reference.RandomHistory;
import io.sectorwatch.processor.scenario.Simulation;
import io.sectorwatch.processor.topology.DamagedRecords.Addressed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty thousand damaged records, or as many as are wanted, among good ones; the seed is the name of the case. */
class DamagedRecordsTest {
    private static final int DAMAGED = 500;
    private static final int HISTORIES = Math.max(1, Integer.getInteger("sectorwatch.fuzz", 20_000) / DAMAGED);
    private static final long FIRST = Long.getLong("sectorwatch.fuzz.seed", 20_261_129L);

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areInTheDeadLettersWithAReasonOrAreGoodOnesAndDisturbNothing(long seed) {
        RandomHistory history = RandomHistory.of(seed);
        List<Input> inputs = new ArrayList<>(history.inputs());
        inputs.add(RandomHistory.laterThan(inputs));
        List<List<Addressed>> accepted = new ArrayList<>();
        List<String> disturbed = new ArrayList<>();
        int refused = 0;
        try (Simulation simulation = new Simulation()) {
            DamagedRecords damaged = new DamagedRecords(seed, history.inputs(), simulation.topics());
            for (Input input : inputs) {
                Feed.into(simulation, input);
                List<Addressed> here = new ArrayList<>();
                accepted.add(here);
                for (int i = DAMAGED / inputs.size(); i >= 0; i--) {
                    Addressed next = damaged.next();
                    simulation.acceptRaw(next.topic(), next.record());
                    List<TestRecord<String, byte[]>> letters =
                            simulation.records(simulation.topics().deadLetters());
                    if (letters.isEmpty()) {
                        here.add(next);
                    } else {
                        refused++;
                        assertThat(letters).singleElement().satisfies(letter -> isOf(next, letter));
                    }
                }
            }
            disturbed.addAll(decided(simulation));
        }

        assertThat(refused).isGreaterThan(DAMAGED / 2);
        assertThat(disturbed).as("%s", history).isEqualTo(undisturbed(inputs, accepted));
    }

    private static List<String> undisturbed(List<Input> inputs, List<List<Addressed>> accepted) {
        List<String> decided = new ArrayList<>();
        try (Simulation simulation = new Simulation()) {
            for (int i = 0; i < inputs.size(); i++) {
                Feed.into(simulation, inputs.get(i));
                accepted.get(i).forEach(one -> simulation.acceptRaw(one.topic(), one.record()));
            }
            decided.addAll(decided(simulation));
        }
        return decided;
    }

    private static void isOf(Addressed damaged, TestRecord<String, byte[]> letter) {
        assertThat(letter.value()).isEqualTo(damaged.record().value());
        Header reason = letter.headers().lastHeader("__streams.errors.message");
        assertThat(new String(reason.value(), UTF_8)).isNotBlank().doesNotContain("Exception", "java.");
        assertThat(letter.headers().lastHeader("__streams.errors.topic").value())
                .isEqualTo(damaged.topic().getBytes(UTF_8));
    }

    private static List<String> decided(Simulation simulation) {
        return simulation.transitionBytes().stream()
                .map(bytes -> new String(bytes, UTF_8))
                .toList();
    }
}
