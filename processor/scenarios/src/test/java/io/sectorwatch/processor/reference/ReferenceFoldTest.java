package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceFoldTest {
    @Test
    void aConditionHasToHoldForSomePeriodsInARow() {
        Story story = Story.under(Story.china("'value': {'above': 2}", "'for': 2"));

        story.knowing("CHN 2019 2.1 2020-01-01", "CHN 2020 1.9 2021-01-01");
        assertThat(story.observe("CHN 2021 2.2 2022-01-01")).isEmpty();
        assertThat(story.observe("CHN 2022 - 2023-01-01"))
                .as("withdrawn: changes nothing")
                .isEmpty();
        assertThat(story.observe("CHN 2023 2.3 2024-01-01"))
                .containsExactly("RAISED new-period CHN 2021..2023 certain, 2.3, 2023: 2.3");
        assertThat(story.observe("CHN 2020 2.05 2024-02-01"))
                .as("the episode begins earlier")
                .containsExactly("UPDATED revision CHN 2019..2023 certain, 2.3, 2023: 2.3");
    }

    @Test
    void anAlertStaysInsideTheHysteresis() {
        Story story = Story.under(Story.china("'value': {'above': 3, 'clear': 2.8}"));

        story.observe("CHN 2020 3.1 2021-01-01");
        assertThat(story.observe("CHN 2021 2.9 2022-01-01"))
                .containsExactly("UPDATED new-period CHN 2020..2021 certain, 2.9, 2021: 2.9");
        assertThat(story.observe("CHN 2022 <2.9 2023-01-01"))
                .as("may be over, which is not certain")
                .containsExactly("UPDATED new-period CHN 2020..2022 possible, <2.9, 2022: <2.9");
        assertThat(story.observe("CHN 2023 2.8 2024-01-01"))
                .containsExactly("CLEARED new-period CHN 2020..2022 certain");
    }

    @Test
    void eachSideClearsAtItsOpposite() {
        for (String side : new String[] {"atLeast", "above"}) {
            Story story = Story.under(Story.china("'value': {'" + side + "': 2}"));
            story.observe("CHN 2020 3 2021-01-01");
            assertThat(story.observe("CHN 2021 2 2022-01-01").get(0))
                    .startsWith(side.equals("above") ? "CLEARED" : "UPDATED");
        }
        for (String side : new String[] {"atMost", "below"}) {
            Story story = Story.under(Story.china("'value': {'" + side + "': 2}"));
            story.observe("CHN 2020 1 2021-01-01");
            assertThat(story.observe("CHN 2021 2 2022-01-01").get(0))
                    .startsWith(side.equals("below") ? "CLEARED" : "UPDATED");
        }
    }

    @Test
    void whatIsOnlyPossibleRaisesUnlessItIsHeld() {
        Story raising = Story.under(Story.china("'value': {'below': 2.72}"));
        assertThat(raising.observe("CHN 2023 >2.6 2024-01-01"))
                .containsExactly("RAISED new-period CHN 2023..2023 possible, >2.6, 2023: >2.6");

        Story holding = Story.under(Story.china("'value': {'below': 2.72}", "'for': 2", "'possible': 'hold'"));
        holding.observe("CHN 2021 2.5 2022-01-01");
        assertThat(holding.observe("CHN 2022 >2.6 2023-01-01")).isEmpty();
        assertThat(holding.observe("CHN 2023 2.7 2024-01-01"))
                .as("the possible one does not break the streak")
                .containsExactly("RAISED new-period CHN 2021..2023 certain, 2.7, 2023: 2.7");
        assertThat(holding.observe("CHN 2024 >2.6 2025-01-01"))
                .as("while open it counts")
                .containsExactly("UPDATED new-period CHN 2021..2024 possible, >2.6, 2024: >2.6");
    }

    @Test
    void anAlertIsTakenBackWithCertaintyEvenByABound() {
        Story story = Story.under(Story.china("'value': {'below': 2.72}", "'possible': 'hold'"));

        story.observe("CHN 2023 2.6 2024-01-01");
        assertThat(story.observe("CHN 2023 >2.6 2024-02-01"))
                .containsExactly("RETRACTED revision CHN 2023..2023 certain");
    }

    @Test
    void onlyTheMostTrustedSourceOfAPeriodCounts() {
        Story story =
                Story.under(Story.rule("'areas': ['CHN'], 'sources': ['oecd', 'nbs']", "'value': {'atLeast': 2.6}"));

        assertThat(story.observe("CHN 2022 2.7 2023-01-01 source=press")).isEmpty();
        assertThat(story.observe("CHN 2022 2.6 2023-02-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 2.6, 2022: 2.6");
        assertThat(story.observe("CHN 2022 2.5 2023-01-15 source=oecd"))
                .as("trusted more, though older")
                .containsExactly("RETRACTED revision CHN 2022..2022 certain");
        assertThat(story.observe("CHN 2022 - 2023-03-01 source=oecd"))
                .as("its withdrawal does not let the other speak")
                .isEmpty();
    }

    @Test
    void forecastsAreNotSeenUnlessTheRuleLooksAtThem() {
        Story story = Story.under(Story.china("'value': {'atLeast': 2.6}"));
        assertThat(story.observe("CHN 2024 2.7 2023-01-01 status=F")).isEmpty();
        assertThat(story.set(Story.china("'value': {'atLeast': 2.6}", "'status': {'exclude': ['P']}"), "2023-02-01"))
                .containsExactly("RAISED rule-changed CHN 2024..2024 certain, 2.7, 2024: 2.7");
        assertThat(story.observe("CHN 2024 - 2023-03-01 status=P"))
                .as("a withdrawal is never hidden")
                .containsExactly("RETRACTED revision CHN 2024..2024 certain");
    }

    @Test
    void ofOneMomentTheGreaterSourceThenTheGreaterValueIsCurrent() {
        Story story = Story.under(Story.china("'value': {'above': 0}"));

        story.observe("CHN 2022 2 2023-01-01 source=b");
        assertThat(story.observe("CHN 2022 3 2023-01-01 source=a")).isEmpty();
        assertThat(story.observe("CHN 2022 1 2023-01-01 source=b")).isEmpty();
        assertThat(story.observe("CHN 2022 2.5 2023-01-01 source=b"))
                .containsExactly("UPDATED revision CHN 2022..2022 certain, 2.5, 2022: 2.5");
    }

    @Test
    void aPeriodBeyondTheHorizonDoesNotRaiseButKeepsAnOpenAlert() {
        Story story = Story.under(Story.china("'value': {'above': 2}", "'horizon': 'P1Y'"));

        assertThat(story.observe("CHN 2020 3 2022-01-02")).isEmpty();
        assertThat(story.observe("CHN 2021 3 2023-01-01"))
                .as("to the day")
                .containsExactly("RAISED new-period CHN 2020..2021 certain, 3, 2021: 3");
        assertThat(story.observe("CHN 2021 4 2030-01-01")).hasSize(1);
    }
}
