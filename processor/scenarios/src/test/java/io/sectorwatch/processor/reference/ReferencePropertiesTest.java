package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has to be true of every history; a failure prints its listing, which begins with its seed. */
class ReferencePropertiesTest {
    private static final long FIRST_SEED = 1752;
    private static final int HISTORIES = 400;

    @Test
    void theOpenAlertsAtTheEndAreTheSameInEveryOrderOfArrival() {
        forEachHistory(history -> {
            List<Input> rules = history.rulesWithoutMemory();
            List<Input> told = new ArrayList<>(history.told());
            Input end = RandomHistory.laterThan(told);
            List<String> open = after(rules, told, end).open();
            Random random = new Random(history.seed());
            for (int i = 0; i < 3; i++) {
                Collections.shuffle(told, random);
                assertThat(after(rules, told, end).open()).as("%s", history).isEqualTo(open);
            }
        });
    }

    @Test
    void rulesThatComeLastSayWhatTheyWouldSayHadTheyComeFirst() {
        forEachHistory(history -> {
            List<Input> rules = history.rulesWithoutMemory();
            List<Input> told = history.told();
            Input end = RandomHistory.laterThan(told);
            assertThat(after(told, rules, end).open())
                    .as("%s", history)
                    .isEqualTo(after(rules, told, end).open());
        });
    }

    @Test
    void whatIsPublishedTwiceChangesNothing() {
        forEachHistory(history -> {
            List<Input> doubled = history.inputs().stream()
                    .flatMap(input -> Stream.of(input, input))
                    .toList();
            ReferenceEvaluator evaluator = new ReferenceEvaluator();
            assertThat(transitions(evaluator, doubled))
                    .as("%s", history)
                    .isEqualTo(transitions(new ReferenceEvaluator(), history.inputs()));

            evaluator.accept(RandomHistory.laterThan(history.inputs()));
            List<Input> again = history.told().stream()
                    .filter(input -> !(input instanceof Input.Fact fact && fact.message() instanceof Tick))
                    .toList();
            assertThat(transitions(evaluator, again)).as("%s", history).isEmpty();
        });
    }

    @Test
    void whatIsPublishedOrCorrectedLaterChangesNoEarlierTransition() {
        forEachHistory(history -> {
            if (history.arrival() != RandomHistory.Arrival.AS_PUBLISHED) {
                return;
            }
            Instant cut = history.inputs().get(history.inputs().size() / 2).time();
            List<Input> earlier = new ArrayList<>(history.inputs().stream()
                    .filter(input -> !input.time().isAfter(cut))
                    .toList());
            earlier.add(RandomHistory.laterThan(earlier));
            assertThat(transitions(new ReferenceEvaluator(), ended(history)).stream()
                            .filter(transition -> !transition.decidedAt().isAfter(cut)))
                    .as("up to %s of %s", cut, history)
                    .isEqualTo(transitions(new ReferenceEvaluator(), earlier));
        });
    }

    @Test
    void theLogOfARuleAndSeriesNeverRunsBackwards() {
        forEachHistory(history -> {
            Map<String, Instant> newest = new HashMap<>();
            for (Expected transition : transitions(new ReferenceEvaluator(), ended(history))) {
                Instant before = newest.put(transition.key(), transition.decidedAt());
                assertThat(transition.decidedAt())
                        .as("%s in %s", transition, history)
                        .isAfterOrEqualTo(before == null ? Instant.EPOCH : before);
            }
        });
    }

    @Test
    void anAlertIsRaisedOnceAndEndsOnce() {
        forEachHistory(history -> {
            Set<String> open = new HashSet<>();
            for (Expected transition : transitions(new ReferenceEvaluator(), ended(history))) {
                boolean wasOpen = !open.add(transition.key());
                assertThat(wasOpen)
                        .as("%s in %s", transition, history)
                        .isEqualTo(transition.transition() != Transition.Type.RAISED);
                if (!transition.transition().opens()) {
                    open.remove(transition.key());
                }
                assertThat(transition.since())
                        .as("%s in %s", transition, history)
                        .isLessThanOrEqualTo(transition.period());
            }
        });
    }

    private static void forEachHistory(Consumer<RandomHistory> claim) {
        LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES)
                .mapToObj(RandomHistory::of)
                .forEach(claim);
    }

    private static List<Input> ended(RandomHistory history) {
        List<Input> inputs = new ArrayList<>(history.inputs());
        inputs.add(RandomHistory.laterThan(inputs));
        return inputs;
    }

    private static ReferenceEvaluator after(List<Input> first, List<Input> then, Input end) {
        ReferenceEvaluator evaluator = new ReferenceEvaluator();
        first.forEach(evaluator::accept);
        then.forEach(evaluator::accept);
        evaluator.accept(end);
        return evaluator;
    }

    private static List<Expected> transitions(ReferenceEvaluator evaluator, List<Input> inputs) {
        return inputs.stream()
                .flatMap(input -> evaluator.accept(input).stream())
                .toList();
    }
}
