package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceReleasesTest {
    private static final String ABOVE_TWO = Story.china("'value': {'above': 2}");
    private static final String RANK = Story.china("'rank': {'among': ['CHN', 'USA', 'OECD'], 'atMost': 1}");

    @Test
    void aReleaseIsDecidedOnceAtItsClose() {
        Story story = Story.under(RANK);

        assertThat(story.release("r1", "CHN 2022 2.5 2023-01-01", "USA 2022 3 2023-01-01"))
                .isEmpty();
        assertThat(story.close("r1", false, "2023-01-01"))
                .as("nobody hears that China was the first for a moment")
                .isEmpty();
        assertThat(story.release("r2", "CHN 2023 4 2024-01-01", "CHN 2022 3.5 2024-01-01"))
                .isEmpty();
        assertThat(story.close("r2", false, "2024-01-01"))
                .containsExactly("RAISED new-period CHN 2022..2023 certain, 1, 2023: 4");
        assertThat(story.close("r2", false, "2024-01-01")).as("again").isEmpty();
        assertThat(story.close("r3", false, "2024-01-01")).as("never opened").isEmpty();
    }

    @Test
    void aReleaseThatIsNotClosedIsDecidedBeforeAnythingOfALaterMoment() {
        Story story = Story.under(ABOVE_TWO);
        story.release("r1", "CHN 2022 3 2023-01-01");
        assertThat(story.tick("2023-01-01")).as("of the same moment").isEmpty();

        assertThat(story.tick("2023-06-01")).containsExactly("RAISED new-period CHN 2022..2022 certain, 3, 2022: 3");
        assertThat(story.decided()).as("as if it had been closed").containsExactly("2023-01-01");

        story.release("r2", "CHN 2022 4 2023-07-01");
        assertThat(story.set(Story.china("'value': {'above': 3}"), "2023-08-01"))
                .containsExactly(
                        "UPDATED revision CHN 2022..2022 certain, 4, 2022: 4",
                        "UPDATED rule-changed CHN 2022..2022 certain, 4, 2022: 4");
        story.release("r3", "CHN 2022 5 2023-09-01");
        assertThat(story.voids("CHN 1999 1 2000-01-01", "2023-10-01")).hasSize(1);
        story.release("r4", "CHN 2022 6 2023-11-01");
        assertThat(story.close("r0", false, "2023-12-01")).hasSize(1);
        story.release("r5", "CHN 2022 7 2024-01-01");
        assertThat(story.release("r5", "CHN 2022 8 2024-02-01"))
                .as("another one of the same name")
                .containsExactly("UPDATED revision CHN 2022..2022 certain, 7, 2022: 7");
    }

    @Test
    void severalOpenReleasesOfAMomentAreDecidedByTheirNames() {
        Story story = Story.under(Story.china("'value': {'above': 2}", "'horizon': 'P9Y'"))
                .knowing("CHN 2021 1 2022-01-01");
        story.release("r2", "CHN 2022 3 2023-01-01");
        story.release("r1", "CHN 2022 4 2023-01-01");

        assertThat(story.tick("2023-02-01"))
                .as("each on all that is known; what came second, and is named first, revised what came first")
                .containsExactly("RAISED revision CHN 2022..2022 certain, 4, 2022: 4");
        story.release("r2", "CHN 2022 1 2023-03-01");
        story.releasePolicy("r1", "p1 funding support 2023 2023-03-01");
        assertThat(story.tick("2023-04-01")).containsExactly("RETRACTED revision CHN 2022..2022 certain");
    }

    @Test
    void whatElseComesMeanwhileIsDecidedOnWhatIsThere() {
        Story story = Story.under(ABOVE_TWO);
        story.release("r1", "CHN 2022 3 2023-01-01");

        assertThat(story.observe("CHN 2021 4 2023-01-01"))
                .as("a fact on its own")
                .containsExactly("RAISED new-period CHN 2021..2022 certain, 3, 2022: 3");
        story.release("r1", "CHN 2022 2.5 2023-01-01 source=oecd");
        assertThat(story.set(Story.china("'value': {'above': 1}"), "2023-01-01"))
                .containsExactly("UPDATED rule-changed CHN 2021..2022 certain, 2.5, 2022: 2.5");
        assertThat(story.voids("CHN 2021 4 2023-01-01", "2023-01-01"))
                .containsExactly("UPDATED correction CHN 2022..2022 certain, 2.5, 2022: 2.5");
        assertThat(story.close("r1", false, "2023-01-01"))
                .as("nothing is left to say")
                .isEmpty();
    }

    @Test
    void aMarkOfTimeOrWhatSaysNothingDecidesNothingOfARelease() {
        Story story = Story.under(ABOVE_TWO).knowing("CHN 2021 1 2022-01-01");
        story.release("r1", "CHN 2022 3 2023-01-01");

        assertThat(story.tick("2023-01-01")).isEmpty();
        assertThat(story.observe("CHN 2021 1 2023-01-01")).as("unchanged").isEmpty();
        assertThat(story.observe("CHN 2021 3 2023-01-01 status=F"))
                .as("not seen")
                .isEmpty();
        assertThat(story.close("r1", false, "2023-01-01")).hasSize(1);
    }

    @Test
    void theReasonIsTheFirstThatHoldsOfAnyFactOfTheRelease() {
        String gap = Story.china("'gap': {'to': {'area': 'OECD'}, 'below': 0, 'maxLag': 'P1Y'}");
        Story story = Story.under(gap).knowing("CHN 2021 3 2022-01-01", "OECD 2021 2 2022-01-01");

        story.release("r1", "OECD 2021 2.5 2023-01-01", "CHN 2022 2 2023-01-01", "CHN 2022 1.9 2023-01-01");
        assertThat(story.close("r1", false, "2023-01-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, -0.5, 2022: 2, 2021: 2.5");
        story.release("r2", "CHN 2023 3 2024-01-01", "OECD 2021 1 2024-01-01");
        assertThat(story.close("r2", false, "2024-01-01"))
                .as("no new period undoes the past")
                .containsExactly("RETRACTED benchmark-revision CHN 2022..2022 certain");
    }

    @Test
    void observationsAndPoliciesOfOneReleaseAreClosedApart() {
        Story story = Story.under(
                ABOVE_TWO,
                Story.rule("'indicator': 'policy-activity', 'frequency': 'A'", "'value': {'above': 0}")
                        .replace("'r'", "'p'"));
        story.release("r1", "CHN 2022 3 2023-01-01");
        story.releasePolicy("r1", "p1 funding support 2023 2023-01-01");

        assertThat(story.close("r1", true, "2023-01-01"))
                .containsExactly("RAISED new-period CHN 2023..2023 certain, 1, 2023: 1");
        assertThat(story.close("r1", false, "2023-01-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 3, 2022: 3");
    }

    @Test
    void aFactThatIsVoidOrKnownDecidesNothingInAReleaseEither() {
        Story story = Story.under(ABOVE_TWO).knowing("CHN 2021 1 2022-01-01");
        story.voids("CHN 2022 3 2023-01-01", "2022-12-01");
        story.release("r1", "CHN 2022 3 2023-01-01", "CHN 2021 1 2022-01-01");

        assertThat(story.close("r1", false, "2023-01-01")).isEmpty();
        story.release("r2", "CHN 2022 4 2023-02-01");
        story.voids("CHN 2022 4 2023-02-01", "2023-02-01");
        assertThat(story.close("r2", false, "2023-02-01")).isEmpty();
    }
}
