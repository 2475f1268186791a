package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencePolicyCountsTest {
    private static String monthly(String indicator, String when) {
        return Story.rule("'indicator': '" + indicator + "', 'frequency': 'M'", when);
    }

    @Test
    void anEventCountsInItsMonthAndAQuietMonthEndsTheAlert() {
        Story story = Story.under(monthly("policy-activity", "'value': {'atLeast': 2}"));

        assertThat(story.policy("p1 funding support 2023-12-05 2023-12-06")).isEmpty();
        assertThat(story.policy("p2 regulation restrict 2023-12 2023-12-20"))
                .containsExactly("RAISED revision CHN 2023-12..2023-12 certain, 2, 2023-12: 2");
        assertThat(story.tick("2023-12-31")).isEmpty();
        assertThat(story.tick("2024-01-01"))
                .as("January began, and nothing happened in it so far")
                .containsExactly("CLEARED time-passed CHN 2023-12..2023-12 certain");
    }

    @Test
    void aReplacementTakesItsOldContributionBack() {
        Story story = Story.under(monthly("policy-stance.restrict", "'value': {'above': 0}"));

        assertThat(story.policy("p1 funding restrict 2023-11 2023-12-01"))
                .as("December is quiet already")
                .isEmpty();
        assertThat(story.policy("p1 funding restrict 2023-12 2023-12-10"))
                .as("November became quiet, December did not")
                .containsExactly("RAISED new-period CHN 2023-12..2023-12 certain, 1, 2023-12: 1");
        assertThat(story.policy("p1 funding support 2023-12 2023-12-11"))
                .containsExactly("RETRACTED revision CHN 2023-12..2023-12 certain");
    }

    @Test
    void aVersionThatArrivesLateChangesNothingThatIsNewer() {
        Story story = Story.under(monthly("policy-activity", "'value': {'above': 0}"));

        story.policy("p1 funding support 2023-12 2023-12-10");
        assertThat(story.policy("p1 funding support 2023-11 2023-11-10")).isEmpty();
    }

    @Test
    void whatHasOnlyAYearCountsInTheYear() {
        Story story = Story.under(Story.rule(
                "'indicator': 'policy-activity.funding', 'frequency': 'A'", "'sum': {'periods': 2, 'atLeast': 2}"));

        story.policy("p1 funding support 2022 2022-06-01");
        assertThat(story.policy("p2 funding support 2024-W01 2023-12-30"))
                .as("2024 counts though it has not begun, and 2023 is quiet so far")
                .isEmpty();
        assertThat(story.policy("p3 funding support 2023-Q2 2023-12-31"))
                .containsExactly("RAISED new-period CHN 2023..2024 certain, 2, 2024: 1");
    }

    @Test
    void aCountIsNotToBeObserved() {
        Story story = Story.under(monthly("policy-activity", "'value': {'above': 0}"));

        assertThat(story.observe("CHN 2023-12 5 2024-01-01 indicator=policy-activity"))
                .isEmpty();
    }
}
