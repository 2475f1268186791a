package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final String ABOVE_TWO = Story.china("'value': {'above': 2}");

    @Test
    void aFigurePublishedAgainUnchangedSaysNothing() {
        Story story = Story.under(ABOVE_TWO);

        story.observe("CHN 2022 3 2023-01-01");
        assertThat(story.observe("CHN 2022 3 2023-01-01")).as("the same fact").isEmpty();
        assertThat(story.observe("CHN 2022 3 2023-02-01 source=oecd")).isEmpty();
        assertThat(story.observe("CHN 2022 3 2023-03-01 status=P"))
                .as("another status is another evidence")
                .containsExactly("UPDATED revision CHN 2022..2022 certain, 3, 2022: 3");
    }

    @Test
    void anEpisodeThatShrinksIsUpdated() {
        Story story = Story.under(ABOVE_TWO)
                .knowing("CHN 2020 3 2021-01-01", "CHN 2021 3 2022-01-01", "CHN 2022 3 2023-01-01");

        assertThat(story.observe("CHN 2021 1 2023-02-01"))
                .as("2022 is an episode of its own now, and overlaps what the alert stated")
                .containsExactly("UPDATED revision CHN 2022..2022 certain, 3, 2022: 3");
        assertThat(story.observe("CHN 2022 1 2023-03-01"))
                .as("2020 ended before what the alert states by now")
                .containsExactly("RETRACTED revision CHN 2022..2022 certain");
    }

    @Test
    void ofTheEpisodesThatOverlapTheLatestIsStatedAsCleared() {
        Story story = Story.under(Story.china("'gap': {'to': {'area': 'OECD'}, 'above': 0, 'maxLag': 'P9Y'}"))
                .knowing("CHN 2019 3 2023-01-01", "CHN 2020 2 2023-01-01", "CHN 2021 3 2023-01-01")
                .knowing("CHN 2022 2 2023-01-01");

        assertThat(story.observe("OECD 2018 1 2023-02-01"))
                .containsExactly("RAISED benchmark-new-period CHN 2019..2022 certain, 1, 2022: 2, 2018: 1");
        assertThat(story.observe("OECD 2018 2.5 2023-03-01"))
                .containsExactly("CLEARED benchmark-revision CHN 2021..2021 certain");
    }

    @Test
    void oneFigureCanClearOneEpisodeAndRaiseALaterOne() {
        Story story = Story.under(Story.china("'change': {'above': 0}"))
                .knowing("CHN 2019 1 2020-01-01", "CHN 2020 2 2021-01-01", "CHN 2022 3 2023-01-01");

        assertThat(story.observe("CHN 2021 1.5 2023-02-01"))
                .as("2021 fell, and 2022, which had nothing to be compared with, grew")
                .containsExactly(
                        "CLEARED new-period CHN 2020..2020 certain",
                        "RAISED new-period CHN 2022..2022 certain, 1.5, 2022: 3");
    }

    @Test
    void oneBenchmarkCanRetractOneEpisodeAndRaiseALaterOne() {
        Story story = Story.under(Story.china("'gap': {'to': {'area': 'OECD'}, 'below': 0, 'maxLag': 'P1Y'}"))
                .knowing("OECD 2019 2.6 2020-01-01", "CHN 2020 2.5 2021-01-01", "CHN 2021 2.1 2022-01-01");

        assertThat(story.observe("OECD 2020 2.3 2022-02-01"))
                .as("2020 was not below its own year's, and 2021, which had no benchmark, is")
                .containsExactly(
                        "RETRACTED benchmark-new-period CHN 2020..2020 certain",
                        "RAISED benchmark-new-period CHN 2021..2021 certain, -0.2, 2021: 2.1, 2020: 2.3");
    }

    @Test
    void theFigureOfTheSeriesItselfGivesTheReasonWhereItIsItsOwnBenchmarkToo() {
        Story story = Story.under(Story.china("'gap': {'to': {'area': 'CHN'}, 'atMost': 0}"));

        assertThat(story.observe("CHN 2022 3 2023-01-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 0, 2022: 3, 2022: 3");
    }

    @Test
    void whateverIsChangedOfARuleUpdatesWhatItStillSays() {
        Story story = Story.under(ABOVE_TWO);
        story.observe("CHN 2022 3 2023-01-01");

        assertThat(story.set(ABOVE_TWO, "2023-02-01")).as("the same again").isEmpty();
        assertThat(story.set(Story.china("'value': {'above': 2}", "'title': 'x'"), "2023-03-01"))
                .containsExactly("UPDATED rule-changed CHN 2022..2022 certain, 3, 2022: 3");
        assertThat(story.set(Story.china("'value': {'above': 2}", "'labels': {'team': 'asia'}"), "2023-04-01"))
                .containsExactly("UPDATED rule-changed CHN 2022..2022 certain, 3, 2022: 3");
        assertThat(story.set(Story.china("'value': {'above': 1}"), "2023-05-01"))
                .containsExactly("UPDATED rule-changed CHN 2022..2022 certain, 3, 2022: 3");
    }

    @Test
    void anOpenEpisodeThatLiesBeforeTheAlertIsAnotherOne() {
        Story story = Story.under(Story.china("'gap': {'to': {'area': 'OECD'}, 'below': 0, 'maxLag': 'P1Y'}"))
                .knowing("OECD 2020 4 2021-01-01", "OECD 2021 2 2022-01-01")
                .knowing("CHN 2020 1 2023-01-01", "CHN 2021 3 2023-01-01", "CHN 2022 1 2023-01-01");

        assertThat(story.observe("OECD 2021 - 2023-02-01"))
                .as("2021 is compared with 2020 and not over, 2022 with nothing")
                .containsExactly(
                        "RETRACTED benchmark-revision CHN 2022..2022 certain",
                        "RAISED benchmark-revision CHN 2020..2021 certain, -1, 2021: 3, 2020: 4");
    }

    @Test
    void aNewPeriodThatUndoesAnAlertDoesSoAsARevision() {
        Story story = Story.under(Story.china("'value': {'above': 2}", "'for': 2"))
                .knowing("CHN 2020 3 2021-01-01", "CHN 2022 3 2023-01-01");
        assertThat(story.last()).hasSize(1);

        assertThat(story.observe("CHN 2021 1 2023-02-01"))
                .as("they were not in a row")
                .containsExactly("RETRACTED revision CHN 2020..2022 certain");
    }

    @Test
    void aChangedOrRemovedRuleClearsWhatItNoLongerSays() {
        Story story = Story.under(ABOVE_TWO);
        story.knowing("CHN 2021 1 2022-01-01", "CHN 2022 3 2023-01-01");

        assertThat(story.set(Story.china("'value': {'above': 3}"), "2023-02-01"))
                .as("never retracted")
                .containsExactly("CLEARED rule-changed CHN 2022..2022 certain");
        assertThat(story.set(Story.rule("'areas': ['USA']", "'value': {'above': 2}"), "2023-03-01"))
                .isEmpty();
        assertThat(story.set(ABOVE_TWO, "2023-04-01")).hasSize(1);
        assertThat(story.set(Story.rule("'areas': ['USA']", "'value': {'above': 2}"), "2023-05-01"))
                .as("the series is not selected any more")
                .containsExactly("CLEARED rule-changed CHN 2022..2022 certain");
        assertThat(story.set(ABOVE_TWO, "2023-06-01")).hasSize(1);
        assertThat(story.removeRule("2023-07-01")).containsExactly("CLEARED rule-changed CHN 2022..2022 certain");
        assertThat(story.removeRule("2023-08-01")).isEmpty();
    }

    @Test
    void aChangedRuleCanClearOneEpisodeAndRaiseALaterOne() {
        Story story = Story.under(Story.china("'value': {'above': 2}", "'status': {'exclude': ['P']}"));
        story.knowing("CHN 2020 3 2021-01-01", "CHN 2021 1 2022-01-01 status=P", "CHN 2022 4 2023-01-01 status=P");

        assertThat(story.set(ABOVE_TWO, "2023-02-01"))
                .containsExactly(
                        "CLEARED rule-changed CHN 2020..2020 certain",
                        "RAISED rule-changed CHN 2022..2022 certain, 4, 2022: 4");
    }

    @Test
    void whatIsSaidAtOneTimeComesByRuleAndSeriesAndTheClosingFirst() {
        String everywhere = Story.rule("'except': ['OECD']", "'gap': {'to': {'area': 'OECD'}, 'below': 0}");
        Story story = Story.under(everywhere.replace("'r'", "'s'"), everywhere)
                .knowing("USA 2022 1 2023-01-01", "CHN 2022 1 2023-01-02");

        story.observe("OECD 2022 2 2023-02-01");
        assertThat(story.last())
                .extracting(Expected::key)
                .containsExactly(
                        "r|rd-intensity/CHN/economy/A",
                        "r|rd-intensity/USA/economy/A",
                        "s|rd-intensity/CHN/economy/A",
                        "s|rd-intensity/USA/economy/A");
    }
}
