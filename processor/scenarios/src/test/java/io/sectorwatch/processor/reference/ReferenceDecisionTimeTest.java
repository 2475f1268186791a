package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceDecisionTimeTest {
    private static final String ABOVE_TWO = Story.china("'value': {'above': 2}");

    @Test
    void inOrderItIsTheTimeOfTheEvent() {
        Story story = Story.under(ABOVE_TWO);

        story.observe("CHN 2022 3 2023-01-01");
        assertThat(story.decided()).containsExactly("2023-01-01");
        story.observe("CHN 2023 3 2024-01-01");
        assertThat(story.decided()).containsExactly("2024-01-01");
    }

    @Test
    void whatComesLateIsDecidedOnAllThatIsKnownOfTheSeries() {
        Story story = Story.under(ABOVE_TWO).knowing("CHN 2021 1 2024-01-01 status=F");

        story.observe("CHN 2022 3 2023-01-01");
        assertThat(story.decided()).as("a forecast is not seen, and yet known").containsExactly("2024-01-01");
    }

    @Test
    void whatIsKnownOfOthersCountsOnlyIfTheRuleComparesWithThem() {
        Story alone = Story.under(ABOVE_TWO).knowing("OECD 2021 1 2024-01-01");
        alone.observe("CHN 2022 3 2023-01-01");
        assertThat(alone.decided()).containsExactly("2023-01-01");

        Story compared = Story.under(Story.china("'gap': {'to': {'area': 'OECD'}, 'above': 0, 'maxLag': 'P1Y'}"))
                .knowing("OECD 2021 1 2024-01-01");
        compared.observe("CHN 2022 3 2023-01-01");
        assertThat(compared.decided()).containsExactly("2024-01-01");
    }

    @Test
    void noAlertIsOlderThanTheNewestTick() {
        Story story = Story.under(ABOVE_TWO);
        story.tick("2024-05-01");
        story.tick("2024-04-01");

        story.observe("CHN 2022 3 2023-01-01");
        assertThat(story.decided()).containsExactly("2024-05-01");
    }

    @Test
    void noAlertIsOlderThanItsRuleOrThanTheRuleThatWasTakenAway() {
        Story story = Story.under(ABOVE_TWO).knowing("CHN 2022 3 2023-01-01");
        story.set(Story.china("'value': {'above': 1}"), "2024-06-01");
        assertThat(story.decided()).containsExactly("2024-06-01");
        story.set(Story.china("'value': {'above': 1.5}"), "2024-03-01");
        assertThat(story.decided()).as("it came late").containsExactly("2024-06-01");

        story.removeRule("2024-09-01");
        assertThat(story.decided()).containsExactly("2024-09-01");
        story.set(ABOVE_TWO, "2024-08-01");
        assertThat(story.decided()).containsExactly("2024-09-01");
        story.set(ABOVE_TWO, "2024-10-01");
        story.observe("CHN 2023 3 2024-01-01");
        assertThat(story.decided()).as("said again, it keeps its time").containsExactly("2024-09-01");
    }

    @Test
    void theHorizonCountsFromIt() {
        Story story = Story.under(Story.china("'value': {'above': 2}", "'horizon': 'P1Y'"));
        story.tick("2024-01-02");

        assertThat(story.observe("CHN 2022 3 2023-01-01"))
                .as("it came a year and a day after the end of 2022")
                .isEmpty();
        assertThat(story.observe("CHN 2023 3 2024-01-01")).hasSize(1);
    }
}
