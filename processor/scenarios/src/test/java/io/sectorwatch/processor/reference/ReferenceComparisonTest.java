package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReferenceComparisonTest {
    private static final Instant MOMENT = Instant.parse("2024-02-23T00:00:00Z");

    @Test
    void findsNoDifferenceWhateverTheOrderAmongDifferentAlerts() {
        assertThat(ReferenceComparison.difference(
                        List.of(expected("CHN", "2.6"), expected("USA", "3.4")),
                        List.of(actual("USA", "3.40"), actual("CHN", "2.6"))))
                .isEmpty();
    }

    @Test
    void describesTheFirstDifference() {
        assertThat(ReferenceComparison.difference(List.of(expected("CHN", "2.6")), List.of(actual("CHN", "2.7"))))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("transition 1 of r|rd-intensity/CHN/economy/A")
                        .contains("expected: RAISED new-period")
                        .contains("2023..2023 certain value 2.6 at 2023: 2.6 resting on 1 facts [fact] decided")
                        .contains("2023..2023 certain value 2.7 at 2023: 2.7 resting on 1 facts [fact] decided"));
    }

    @Test
    void missesWhatIsNotThereAndMindsWhatIsTooMuch() {
        assertThat(ReferenceComparison.difference(List.of(expected("CHN", "2.6")), List.of()))
                .hasValueSatisfying(words -> assertThat(words).contains("actual:   nothing"));
        assertThat(ReferenceComparison.difference(List.of(), List.of(actual("CHN", "2.6"))))
                .hasValueSatisfying(words -> assertThat(words).contains("expected: nothing"));
    }

    @Test
    void mindsTheFactsOfThoseKindsThatLeaveNoChoiceOfThem() {
        List<Transition> other = List.of(actual("CHN", "2.6", "another"));

        assertThat(ReferenceComparison.difference(List.of(expected("CHN", "2.6")), other))
                .isPresent();
        assertThat(ReferenceComparison.difference(
                        List.of(expected("CHN", "2.6", "rank")), List.of(actual("CHN", "2.6", "another", "rank"))))
                .isEmpty();
    }

    private static Expected expected(String area, String value) {
        return expected(area, value, "value");
    }

    private static Expected expected(String area, String value, String kind) {
        BigDecimal number = new BigDecimal(value);
        return new Expected(
                Transition.Type.RAISED,
                Transition.Reason.NEW_PERIOD,
                "r",
                Severity.INFO,
                SeriesKey.parse("rd-intensity/" + area + "/economy/A"),
                Period.parse("2023"),
                Period.parse("2023"),
                Transition.Certainty.CERTAIN,
                kind,
                number,
                null,
                new Expected.Figure(Period.parse("2023"), number, null),
                null,
                FactsNamed.of("fact"),
                MOMENT);
    }

    private static Transition actual(String area, String value) {
        return actual(area, value, "fact");
    }

    private static Transition actual(String area, String value, String fact) {
        return actual(area, value, fact, "value");
    }

    private static Transition actual(String area, String value, String fact, String kind) {
        Expected e = expected(area, value, kind);
        return new Transition(
                "id",
                e.transition(),
                e.reason(),
                e.rule(),
                "hash",
                e.severity(),
                new TreeMap<>(),
                e.series(),
                e.since(),
                e.period(),
                e.certainty(),
                new Transition.Measure(kind, e.measure(), null),
                null,
                new Transition.Figure(null, e.period(), e.measure(), null, Observation.NORMAL, MOMENT, "nbs"),
                null,
                null,
                "message",
                MOMENT,
                List.of(fact));
    }
}
