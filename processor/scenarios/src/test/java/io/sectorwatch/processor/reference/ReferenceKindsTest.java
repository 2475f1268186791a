package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceKindsTest {
    @Test
    void aRatioIsRoundedOnceToThirtyFourDigitsAndNeedsAPositiveBase() {
        Story story = Story.under(
                        Story.china("'gap': {'to': {'area': 'OECD'}, 'as': 'ratio', 'above': 0.5, 'maxLag': 'P1Y'}"))
                .knowing("OECD 2022 3 2023-01-01");

        assertThat(story.observe("CHN 2022 2 2023-02-01"))
                .containsExactly(
                        "RAISED new-period CHN 2022..2022 certain, 0.6666666666666666666666666666666667, 2022: 2, 2022: 3");
        assertThat(story.observe("OECD 2022 0 2023-03-01"))
                .containsExactly("RETRACTED benchmark-revision CHN 2022..2022 certain");
    }

    @Test
    void theBenchmarkMayLagAsMuchAsTheRuleAllows() {
        Story story = Story.under(Story.china("'gap': {'to': {'area': 'OECD'}, 'below': 0, 'maxLag': 'P1Y'}"))
                .knowing("OECD 2020 2.7 2021-01-01");

        assertThat(story.observe("CHN 2021 2.5 2022-01-01")).hasSize(1);
        assertThat(story.observe("CHN 2022 2.4 2023-01-01")).isEmpty();
        assertThat(story.observe("OECD 2021 2.3 2023-02-01"))
                .as("2021 now is compared with itself and 2022 with 2021")
                .containsExactly("RETRACTED benchmark-new-period CHN 2021..2021 certain");
        assertThat(story.observe("OECD 2021 - 2023-03-01"))
                .containsExactly("RAISED benchmark-revision CHN 2021..2021 certain, -0.2, 2021: 2.5, 2020: 2.7");
    }

    @Test
    void aChangeIsADifferenceOfIntervalsOrAPercentageOfAnExactBase() {
        Story difference = Story.under(Story.china("'change': {'below': 0}"));
        difference.observe("CHN 2021 >=2 2022-01-01");
        assertThat(difference.observe("CHN 2022 <1.5 2023-01-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, <-0.5, 2022: <1.5");
        assertThat(difference.observe("CHN 2022 >1.5 2023-02-01"))
                .as("bounds on the same side leave every difference possible")
                .containsExactly("UPDATED revision CHN 2022..2022 possible, no value, 2022: >1.5");

        Story percent = Story.under(Story.china("'change': {'as': 'percent', 'periods': 2, 'atLeast': 10}"));
        percent.knowing("CHN 2020 2 2021-01-01", "CHN 2021 9 2022-01-01");
        assertThat(percent.observe("CHN 2022 2.2 2023-01-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 10, 2022: 2.2");
        assertThat(percent.observe("CHN 2020 >2 2023-02-01"))
                .containsExactly("RETRACTED revision CHN 2022..2022 certain");
    }

    @Test
    void aSumNeedsAllItsPeriodsExactly() {
        Story story = Story.under(Story.china("'sum': {'periods': 3, 'above': 7}"));

        story.knowing("CHN 2020 2 2021-01-01", "CHN 2022 3 2023-01-01");
        assertThat(story.observe("CHN 2021 2.5 2023-02-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 7.5, 2022: 3");
        assertThat(story.observe("CHN 2020 >2 2023-03-01"))
                .containsExactly("RETRACTED revision CHN 2022..2022 certain");
    }

    @Test
    void aGapThatShrinksByATenthAYearIsClosedInTwo() {
        Story story = Story.under(Story.china("'convergence': {'to': {'area': 'OECD'}, 'periods': 3, 'atMost': 2}"));
        story.knowing(
                "OECD 2020 3 2021-01-01",
                "OECD 2021 3 2022-01-01",
                "OECD 2022 3 2023-01-01",
                "OECD 2023 3 2024-01-01",
                "CHN 2020 2.6 2021-01-01",
                "CHN 2021 2.7 2022-01-01");

        assertThat(story.observe("CHN 2022 2.8 2023-01-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 2, 2022: 2.8, 2022: 3");
        assertThat(story.observe("CHN 2023 3.1 2024-01-01"))
                .as("closed")
                .containsExactly("UPDATED new-period CHN 2022..2023 certain, 0, 2023: 3.1, 2023: 3");
        assertThat(story.observe("CHN 2023 2.7 2024-02-01"))
                .as("no pace over 2.7, 2.8, 2.7: undefined, and the alert rests on 2022 again")
                .containsExactly("UPDATED revision CHN 2022..2022 certain, 2, 2022: 2.8, 2022: 3");
    }

    @Test
    void aGapThatChangedItsSignAmongTheLastPeriodsIsClosed() {
        Story story = Story.under(Story.china("'convergence': {'to': {'area': 'OECD'}, 'periods': 3, 'atMost': 0}"))
                .knowing("OECD 2020 2 2021-01-01", "OECD 2021 2 2022-01-01", "OECD 2022 2 2023-01-01")
                .knowing("CHN 2020 3 2021-01-01", "CHN 2021 1 2022-01-01");

        assertThat(story.observe("CHN 2022 3 2023-01-01"))
                .as("though the last gap is as wide as the first")
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 0, 2022: 3, 2022: 2");
    }

    @Test
    void thePaceIsThatOfTheLeastSquares() {
        Story story = Story.under(Story.china("'convergence': {'to': {'area': 'OECD'}, 'periods': 4, 'above': 0}"));
        story.knowing(
                "OECD 2020 0 2021-01-01",
                "OECD 2021 0 2022-01-01",
                "OECD 2022 0 2023-01-01",
                "OECD 2023 0 2024-01-01",
                "CHN 2020 10 2021-01-01",
                "CHN 2021 9 2022-01-01",
                "CHN 2022 7 2023-01-01");

        assertThat(story.observe("CHN 2023 4 2024-01-01"))
                .as("slope (4*(9+14+12) - 6*30) / (4*14 - 36) = -2, and 4 are left")
                .containsExactly("RAISED new-period CHN 2023..2023 certain, 2, 2023: 4, 2023: 0");
    }

    @Test
    void aRankCountsTheStrictlyGreaterOnesThatAreKnown() {
        Story story = Story.under(Story.china("'rank': {'among': ['CHN', 'USA', 'OECD', 'JPN'], 'atMost': 2}"));

        assertThat(story.observe("CHN 2022 2.5 2023-01-01")).hasSize(1);
        assertThat(story.observe("OECD 2022 2.5 2023-01-02")).as("a tie").isEmpty();
        assertThat(story.observe("USA 2022 3 2023-01-03"))
                .containsExactly("UPDATED benchmark-new-period CHN 2022..2022 certain, 2, 2022: 2.5");
        assertThat(story.observe("OECD 2022 2.6 2023-01-04"))
                .containsExactly("RETRACTED benchmark-revision CHN 2022..2022 certain");
        assertThat(story.observe("JPN 2022 <1 2023-01-05"))
                .as("undefined with a bound")
                .isEmpty();
    }

    @Test
    void aRevisionIsTheLargestStepAmongTheLastPeriods() {
        Story story = Story.under(Story.china("'revision': {'periods': 2, 'atLeast': 0.1}"));

        story.knowing("CHN 2021 2.5 2022-01-01", "CHN 2022 2.6 2023-01-01");
        assertThat(story.observe("CHN 2021 2.3 2023-02-01"))
                .containsExactly("RAISED revision CHN 2021..2022 certain, 0.2, 2022: 2.6");
        assertThat(story.observe("CHN 2021 2.3 2023-03-01 source=oecd"))
                .as("published again unchanged")
                .isEmpty();
        assertThat(story.observe("CHN 2023 2.6 2024-01-01"))
                .containsExactly("CLEARED new-period CHN 2021..2022 certain");
    }

    @Test
    void theBenchmarkCanBeOfAnotherIndicatorAndOfTrustedSourcesOnly() {
        Story story = Story.under(
                Story.china("'gap': {'to': {'area': 'CHN', 'indicator': 'target', 'sources': ['plan']}, 'below': 0}"));

        story.observe("CHN 2022 2.5 2023-01-01");
        assertThat(story.observe("CHN 2022 2.7 2023-02-01 indicator=target source=press"))
                .isEmpty();
        assertThat(story.observe("CHN 2022 2.8 2023-03-01 indicator=target source=plan"))
                .containsExactly("RAISED benchmark-new-period CHN 2022..2022 certain, -0.3, 2022: 2.5, 2022: 2.8");
    }
}
