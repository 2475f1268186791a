package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.AboutFacts;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomHistoryTest {
    private static final int HISTORIES = 3_000;

    @Test
    void aSeedAlwaysMakesTheSameHistory() {
        assertThat(RandomHistory.of(7)).isEqualTo(RandomHistory.of(7)).isNotEqualTo(RandomHistory.of(8));
        assertThat(RandomHistory.of(7).toString())
                .startsWith("RandomHistory.of(7L)")
                .contains("\n1  rule {\"id\":\"r1\"");
    }

    @Test
    void everyFactIsOneThatTheTopicsCanCarry() {
        IndicatorCodec indicators = new IndicatorCodec();
        PolicyCodec policies = new PolicyCodec();
        AboutFactsCodec about = new AboutFactsCodec();
        histories().forEach(history -> {
            assertThat(history.inputs()).as("%s", history).hasSizeBetween(10, 90);
            for (Input input : history.inputs()) {
                if (input instanceof Input.Fact fact) {
                    Message message = fact.message();
                    Message read = message instanceof PolicyEvent policy
                            ? policies.read(policies.write(policy))
                            : indicators.read(indicators.write((IndicatorMessage) message));
                    assertThat(read).as("%s", history).isEqualTo(message);
                }
                said(input)
                        .forEach(message -> assertThat(about.read(about.write(message)))
                                .as("%s", history)
                                .isEqualTo(message));
            }
        });
    }

    private static Stream<AboutFacts> said(Input input) {
        if (input instanceof Input.Closed closed) {
            return Stream.of(closed.release());
        }
        return input instanceof Input.Corrected corrected ? Stream.of(corrected.correction()) : Stream.empty();
    }

    @Test
    void everyKindMeetsEveryTransitionAndEveryReason() {
        Set<String> met = new TreeSet<>();
        Set<String> together = new TreeSet<>();
        histories().forEach(history -> {
            ReferenceEvaluator evaluator = new ReferenceEvaluator();
            for (Input input : history.inputs()) {
                List<Expected> transitions = evaluator.accept(input);
                transitions.forEach(each -> {
                    met.add(each.measureKind() + " " + each.transition());
                    met.add(each.reason() + " " + each.transition());
                    met.add(each.certainty() + " " + each.transition());
                });
                bothOfOneAlert(transitions).forEach(together::add);
            }
        });

        Set<String> wanted = new TreeSet<>();
        for (Transition.Type type : Transition.Type.values()) {
            Stream.of("value", "gap", "change", "sum", "convergence", "rank", "revision", "overdue")
                    .forEach(kind -> wanted.add(kind + " " + type));
            Arrays.stream(Transition.Reason.values()).forEach(reason -> wanted.add(reason + " " + type));
            Arrays.stream(Transition.Certainty.values()).forEach(certainty -> wanted.add(certainty + " " + type));
        }
        wanted.removeAll(Set.of("RULE_CHANGED RETRACTED", "NEW_PERIOD RETRACTED"));
        wanted.removeAll(Set.of("POSSIBLE CLEARED", "POSSIBLE RETRACTED"));
        assertThat(met).isEqualTo(wanted);
        assertThat(together).contains("CLEARED then RAISED", "RETRACTED then RAISED");
    }

    @Test
    void everythingThatCanHappenToReleasesAndCorrectionsHappens() {
        Set<String> met = new TreeSet<>();
        histories().forEach(history -> met.addAll(Happenings.of(history)));

        assertThat(met).containsExactlyInAnyOrderElementsOf(Happenings.ALL);
    }

    private static Stream<String> bothOfOneAlert(List<Expected> transitions) {
        return transitions.stream().collect(Collectors.groupingBy(Expected::key)).values().stream()
                .filter(ofOne -> ofOne.size() > 1)
                .map(ofOne ->
                        ofOne.get(0).transition() + " then " + ofOne.get(1).transition());
    }

    private static Stream<RandomHistory> histories() {
        return LongStream.range(0, HISTORIES).mapToObj(RandomHistory::of);
    }
}
