package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceOverdueTest {
    private static final String OVERDUE = Story.china("'overdue': {'after': 'P1M'}");

    @Test
    void aReleaseIsLateOnlyOnceAMonthHasPassedSinceItsDay() {
        Story story = Story.under(OVERDUE);

        story.observe("CHN 2022 2.5 2023-01-01 next=2023-10-01");
        assertThat(story.tick("2023-10-31")).isEmpty();
        assertThat(story.tick("2023-11-01"))
                .containsExactly("RAISED time-passed CHN 2022..2022 certain, no value, 2022: 2.5");
        assertThat(story.tick("2023-12-01")).isEmpty();
        assertThat(story.observe("CHN 2023 2.6 2024-01-01 next=2024-10-01"))
                .containsExactly("CLEARED new-period CHN 2022..2022 certain");
    }

    @Test
    void aReleaseThatIsItselfDueUpdates() {
        Story story = Story.under(OVERDUE);
        story.observe("CHN 2022 2.5 2023-01-01 next=2023-02-01");
        story.tick("2024-06-01");

        assertThat(story.observe("CHN 2023 2.6 2024-01-01 next=2024-02-01"))
                .containsExactly("UPDATED new-period CHN 2022..2023 certain, no value, 2023: 2.6");
        assertThat(story.observe("CHN 2021 2.4 2024-07-01"))
                .as("says of no next release: nothing is due")
                .containsExactly("CLEARED new-period CHN 2022..2023 certain");
    }

    @Test
    void anEventOfTheSeriesItselfCanTellThatTimeHasPassed() {
        Story story = Story.under(Story.rule("'areas': ['CHN'], 'sources': ['nbs']", "'overdue': {}"));

        story.observe("CHN 2022 2.5 2023-01-01 next=2023-10-01");
        assertThat(story.observe("CHN 2022 2.4 2023-10-01 source=press"))
                .as("not listened to, but its moment is known")
                .containsExactly("RAISED time-passed CHN 2022..2022 certain, no value, 2022: 2.5");
    }

    @Test
    void aFigurePublishedAgainIsARelease() {
        Story story = Story.under(OVERDUE).knowing("CHN 2022 2.5 2023-01-01 next=2023-02-01");
        story.tick("2023-06-01");

        assertThat(story.observe("CHN 2022 2.5 2023-07-01 next=2024-02-01"))
                .as("but no revision")
                .containsExactly("CLEARED time-passed CHN 2022..2022 certain");
    }

    @Test
    void onlyWhatCountsAnnouncesARelease() {
        Story trusting = Story.under(Story.rule("'areas': ['CHN'], 'sources': ['oecd', 'nbs']", "'overdue': {}"))
                .knowing("CHN 2022 2.5 2023-01-01 source=oecd next=2024-01-01");
        assertThat(trusting.observe("CHN 2022 2.6 2023-02-01 source=nbs next=2023-03-01"))
                .isEmpty();
        assertThat(trusting.tick("2023-06-01"))
                .as("the oecd has the period, and is trusted more")
                .isEmpty();

        Story hiding = Story.under(OVERDUE).knowing("CHN 2022 2.5 2023-01-01 next=2024-01-01");
        assertThat(hiding.observe("CHN 2023 2.6 2023-02-01 status=F next=2023-03-01"))
                .isEmpty();
        assertThat(hiding.tick("2023-06-01")).isEmpty();
    }

    @Test
    void ofSeveralOfOneMomentTheLatestReleaseIsAwaited() {
        Story story = Story.under(OVERDUE)
                .knowing("CHN 2022 2.5 2023-01-01 next=2023-06-01", "CHN 2021 2.4 2023-01-01 next=2023-02-01");

        assertThat(story.tick("2023-06-30")).isEmpty();
        assertThat(story.tick("2023-07-01")).hasSize(1);
    }

    @Test
    void aWithdrawnFigureIsStatedWithoutAValue() {
        Story story = Story.under(OVERDUE);
        story.observe("CHN 2022 - 2023-01-01 next=2023-02-01");

        assertThat(story.tick("2023-03-01"))
                .containsExactly("RAISED time-passed CHN 2022..2022 certain, no value, 2022: no value");
    }
}
