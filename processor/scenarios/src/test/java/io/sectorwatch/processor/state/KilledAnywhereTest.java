package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.reference.Input;
import io.sectorwatch.processor.reference.RandomHistory;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was committed is enough to go on from, in the middle of a release too. */
class KilledAnywhereTest {
    private static final int HISTORIES = 200;
    private static final long FIRST = 20251123;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTaskThatBeginsAnewAfterEveryCommitDecidesTheSame(long seed) {
        RandomHistory history = RandomHistory.of(seed);

        assertThat(decided(history, Changelog::restored)).as("%s", history).isEqualTo(undisturbed(history));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTaskThatIsAStandbyAfterEveryCommitDecidesTheSame(long seed) {
        RandomHistory history = RandomHistory.of(seed);

        assertThat(decided(history, Changelog::stoodBy)).as("%s", history).isEqualTo(undisturbed(history));
    }

    private static List<String> undisturbed(RandomHistory history) {
        return decided(history, changelog -> changelog);
    }

    private static List<String> decided(RandomHistory history, UnaryOperator<Changelog> afterCommit) {
        List<String> log = new ArrayList<>();
        Changelog changelog = new Changelog(new DecisionStore(), new LinkedHashMap<>());
        Engine engine = changelog.store.begin();
        for (Input input : history.inputs()) {
            for (Transition transition : fed(engine, input)) {
                log.add(new String(new TransitionCodec().write(transition), UTF_8));
            }
            changelog.commit();
            Changelog next = afterCommit.apply(changelog);
            engine = next == changelog && !changelog.begins ? engine : next.store.begin();
            changelog = next;
        }
        return log;
    }

    private static List<Transition> fed(Engine engine, Input input) {
        if (input instanceof Input.RuleSet set) {
            return engine.apply(RuleCodec.read(set.rule()), set.at());
        }
        if (input instanceof Input.RuleRemoved removed) {
            return engine.remove(removed.id(), removed.at());
        }
        if (input instanceof Input.Corrected corrected) {
            return engine.observe(corrected.correction());
        }
        if (input instanceof Input.Closed closed) {
            return engine.close(closed.release(), closed.ofPolicies());
        }
        Input.Fact fact = (Input.Fact) input;
        return engine.observe(fact.message(), fact.release());
    }

    /** A store and what it has written, the newest entry of each key in the order of writing. */
    private static final class Changelog {
        private final DecisionStore store;
        private final Map<Bytes, byte[]> entries;
        private boolean begins;

        Changelog(DecisionStore store, Map<Bytes, byte[]> entries) {
            this.store = store;
            this.entries = entries;
        }

        void commit() {
            store.drain((key, value) -> {
                entries.remove(Bytes.wrap(key));
                if (value != null) {
                    entries.put(Bytes.wrap(key), value);
                }
            });
        }

        Changelog restored() {
            DecisionStore another = new DecisionStore();
            entries.forEach((key, value) -> another.restore(key.get(), value));
            return new Changelog(another, entries);
        }

        Changelog stoodBy() {
            store.standBy();
            begins = true;
            return this;
        }
    }
}
