package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Correction;
import org.junit.jupiter.api.Test;

class ReferenceCorrectionsTest {
    private static final String ABOVE_TWO = Story.china("'value': {'above': 2}");

    @Test
    void aVoidFactNeverWasAndCanBeReinstated() {
        String typo = "CHN 2022 25 2023-01-01";
        Story story = Story.under(ABOVE_TWO).knowing("CHN 2021 1 2022-01-01", typo);

        assertThat(story.voids(typo, "2023-02-01")).containsExactly("RETRACTED correction CHN 2022..2022 certain");
        assertThat(story.voids(typo, "2023-02-02")).as("as it was").isEmpty();
        assertThat(story.observe("CHN 2022 2.5 2023-02-03"))
                .as("a period that was not known")
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 2.5, 2022: 2.5");
        assertThat(story.reinstates(typo, "2023-02-04"))
                .as("it is the older one")
                .isEmpty();
    }

    @Test
    void theNewestCorrectionHoldsInEveryOrder() {
        String fact = "CHN 2022 3 2023-01-01";
        Story story = Story.under(ABOVE_TWO).knowing(fact);

        assertThat(story.reinstates(fact, "2023-03-01")).as("it is valid").isEmpty();
        assertThat(story.voids(fact, "2023-02-01")).as("older").isEmpty();
        assertThat(story.voids(fact, "2023-03-01")).as("of the same moment").hasSize(1);
        assertThat(story.reinstates(fact, "2023-03-01")).isEmpty();
        assertThat(story.reinstates(fact, "2023-03-02"))
                .containsExactly("RAISED correction CHN 2022..2022 certain, 3, 2022: 3");
    }

    @Test
    void aCorrectionCanComeBeforeItsFact() {
        String fact = "CHN 2022 3 2023-01-01";
        Story story = Story.under(ABOVE_TWO);

        assertThat(story.voids(fact, "2023-02-01")).isEmpty();
        assertThat(story.observe(fact)).isEmpty();
        assertThat(story.observe("CHN 2021 1 2022-01-01")).isEmpty();
        assertThat(story.reinstates(fact, "2023-02-02")).hasSize(1);
    }

    @Test
    void voidBenchmarksRevisionsAndForecastsNeverWereEither() {
        Story compared = Story.under(Story.china("'gap': {'to': {'area': 'OECD'}, 'below': 0}"))
                .knowing("CHN 2022 1 2023-01-01", "OECD 2022 2 2023-01-02");
        assertThat(compared.voids("OECD 2022 2 2023-01-02", "2023-02-01"))
                .containsExactly("RETRACTED correction CHN 2022..2022 certain");

        Story revised = Story.under(Story.china("'revision': {'above': 0}"))
                .knowing("CHN 2022 1 2023-01-01", "CHN 2022 2 2023-01-02");
        assertThat(revised.voids("CHN 2022 1 2023-01-01", "2023-02-01"))
                .containsExactly("RETRACTED correction CHN 2022..2022 certain");

        Story hidden = Story.under(ABOVE_TWO).knowing("CHN 2022 3 2023-01-01 status=F", "CHN 2022 3 2023-01-02");
        assertThat(hidden.voids("CHN 2022 3 2023-01-01 status=F", "2023-02-01")).isEmpty();
    }

    @Test
    void whatWasTrueBeforeAVoidFactIsCleared() {
        Story story = Story.under(Story.china("'value': {'above': 2}", "'for': 2"))
                .knowing("CHN 2020 3 2021-01-01", "CHN 2021 3 2022-01-01", "CHN 2022 1 2023-01-01")
                .knowing("CHN 2022 3 2023-02-01", "CHN 2023 3 2024-01-01");
        assertThat(story.open()).hasSize(1);

        assertThat(story.voids("CHN 2022 3 2023-02-01", "2024-02-01"))
                .containsExactly("CLEARED correction CHN 2020..2021 certain");
    }

    @Test
    void aVoidEventIsCountedNoMoreAndGivesBackWhatItReplaced() {
        String first = "p1 funding support 2023-11 2023-11-20";
        String second = "p1 funding support 2023-10 2023-11-21";
        Story story = Story.under(
                Story.rule("'indicator': 'policy-activity.funding', 'frequency': 'M'", "'value': {'above': 0}"));
        story.policy(first);
        assertThat(story.policy(second)).containsExactly("RETRACTED revision CHN 2023-11..2023-11 certain");

        assertThat(story.correct(Correction.State.VOID, Story.id(second), true, "2023-11-22"))
                .containsExactly("RAISED correction CHN 2023-11..2023-11 certain, 1, 2023-11: 1");
        assertThat(story.correct(Correction.State.VOID, Story.id(first), false, "2023-11-23"))
                .as("no observation has this id")
                .isEmpty();
        assertThat(story.correct(Correction.State.VOID, Story.id(first), true, "2023-11-23"))
                .containsExactly("RETRACTED correction CHN 2023-11..2023-11 certain");
    }

    @Test
    void whatIsDecidedLaterIsNotOlderThanTheCorrectionOfAKnownFact() {
        Story story = Story.under(ABOVE_TWO).knowing("CHN 2021 1 2022-01-01");
        story.voids("CHN 2021 1 2022-01-01", "2024-05-01");
        story.voids("CHN 2020 1 2022-01-01", "2024-06-01");
        story.voids("OECD 2020 1 2022-01-01", "2024-07-01");
        story.knowing("OECD 2020 1 2022-01-01");

        story.observe("CHN 2022 3 2023-01-01");
        assertThat(story.decided()).containsExactly("2024-05-01");
    }

    @Test
    void theTimeOfAVoidFactDoesNotCount() {
        String typo = "CHN 2021 1 2033-01-01";
        Story story = Story.under(ABOVE_TWO).knowing(typo);
        story.voids(typo, "2023-01-02");

        story.observe("CHN 2022 3 2023-01-01");
        assertThat(story.decided()).containsExactly("2023-01-02");
    }

    @Test
    void anOverdueAlertIsRetractedOnceNothingItRestsOnIsLeft() {
        String typo = "CHN 2022 2.5 2023-02-01 next=2023-02-15";
        Story story =
                Story.under(Story.china("'overdue': {}")).knowing("CHN 2022 2.4 2023-01-01 next=2024-01-01", typo);
        assertThat(story.tick("2023-03-01")).hasSize(1);

        assertThat(story.voids(typo, "2023-03-02"))
                .as("it is due in 2024")
                .containsExactly("RETRACTED correction CHN 2022..2022 certain");

        Story other = Story.under(Story.china("'overdue': {}")).knowing("CHN 2022 2.4 2023-01-01 next=2023-02-01");
        other.knowing(
                "CHN 2021 2.3 2023-03-01 next=2023-02-01", "CHN 2020 2.3 2023-02-01 source=press next=2024-02-01");
        assertThat(other.open()).hasSize(1);
        assertThat(other.voids("CHN 2021 2.3 2023-03-01 next=2023-02-01", "2023-03-02"))
                .as("what it rests on by now is void")
                .containsExactly("RETRACTED correction CHN 2022..2022 certain");
    }

    @Test
    void anOverdueAlertThatOnlyLosesItsPeriodIsClearedAndRaisedForTheOneBefore() {
        Story story = Story.under(Story.china("'overdue': {}"))
                .knowing("CHN 2023 2.6 2024-01-01", "CHN 2022 2.4 2024-02-01 next=2024-03-01");
        assertThat(story.tick("2024-03-01")).hasSize(1);

        assertThat(story.voids("CHN 2023 2.6 2024-01-01", "2024-03-02"))
                .containsExactly(
                        "CLEARED correction CHN 2023..2023 certain",
                        "RAISED correction CHN 2022..2022 certain, no value, 2022: 2.4");
    }
}
