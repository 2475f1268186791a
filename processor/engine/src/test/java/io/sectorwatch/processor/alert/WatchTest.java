package io.sectorwatch.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private static final String REACHED = "value: {atLeast: 2.6}";
    private static final String BELOW_OECD = "gap: {to: {area: OECD}, below: 0, maxLag: P3Y}";

    @Test
    void aNewPeriodGoesOnFromTheOneBefore() {
        Desk desk = Desk.under(REACHED, "for: 2").knowing("CHN 2021 2.7 2022-01-01", "CHN 2022 2.5 2023-01-01");

        assertThat(desk.told("CHN 2023 2.7 2024-01-01")).isEmpty();
        assertThat(desk.told("CHN 2024 2.7 2025-01-01"))
                .containsExactly("RAISED new-period 2023..2024 certain: 2024 2.7");
    }

    @Test
    void theLastPeriodMayBeRevisedAgainAndAgain() {
        Desk desk = Desk.under(REACHED, "for: 2").knowing("CHN 2022 2.7 2023-01-01", "CHN 2023 2.7 2024-01-01");

        assertThat(desk.told("CHN 2023 2.5 2024-02-01"))
                .containsExactly("RETRACTED revision 2022..2023 certain: 2023 2.5");
        assertThat(desk.told("CHN 2023 2.6 2024-03-01"))
                .containsExactly("RAISED revision 2022..2023 certain: 2023 2.6");
        assertThat(desk.told("CHN 2023 2.8 2024-04-01"))
                .containsExactly("UPDATED revision 2022..2023 certain: 2023 2.8");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "that does not hold any more | CHN 2021 2.5 2024-02-01 | UPDATED revision 2022..2023 certain: 2023 2.7",
                "that has no measure now     | CHN 2021 - 2024-02-01   |",
                "before all others           | CHN 2019 3 2024-02-01   | UPDATED new-period 2019..2023 certain: 2023 2.7",
                "that breaks none            | CHN 2019 1 2024-02-01   |",
            })
    void anOlderPeriodIsFoldedAnew(String which, String figure, @Nullable String told) {
        Desk desk = Desk.under(REACHED)
                .knowing("CHN 2020 2.7 2021-01-01", "CHN 2021 2.7 2022-01-01")
                .knowing("CHN 2022 2.7 2023-01-01", "CHN 2023 2.7 2024-01-01");

        assertThat(desk.told(figure)).as(which).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void figuresThatAreDecidedTogetherAreFoldedTogether() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2022 2.7 2023-01-01");

        assertThat(desk.toldTogether("CHN 2023 2.8 2024-01-01", "CHN 2024 2.9 2024-01-01"))
                .containsExactly("UPDATED new-period 2022..2024 certain: 2024 2.9");
        assertThat(desk.toldTogether("CHN 2021 2.6 2025-01-01", "CHN 2025 2.5 2025-01-01"))
                .as("an older one and a newer one")
                .containsExactly("CLEARED new-period 2021..2024 certain: 2025 2.5");
    }

    @Test
    void theLastPeriodMayBeRevisedTogetherWithTheNextOne() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2022 2.7 2023-01-01");

        assertThat(desk.toldTogether("CHN 2022 2.5 2024-01-01", "CHN 2023 2.8 2024-01-01"))
                .containsExactly(
                        "RETRACTED revision 2022..2022 certain: 2022 2.5",
                        "RAISED new-period 2023..2023 certain: 2023 2.8");
    }

    @Test
    void whatARuleDoesNotSeeIsNoPartOfAnEpisode() {
        Desk desk = Desk.under(REACHED, "status: {exclude: [P]}").knowing("CHN 2020 2.7 2021-01-01");

        assertThat(desk.told("CHN 2021 2.5 2022-01-01 status=P")).isEmpty();
        assertThat(desk.told("CHN 2022 2.7 2023-01-01 status=P")).isEmpty();
        assertThat(desk.told("CHN 2023 2.8 2024-01-01"))
                .containsExactly("UPDATED new-period 2020..2023 certain: 2023 2.8");
    }

    @Test
    void aPeriodMayBeForgottenAsCountsAre() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2022 2.7 2023-01-01", "CHN 2023 2.8 2024-01-01");

        assertThat(desk.forget("2023", "2024-02-01")).containsExactly("UPDATED revision 2022..2022 certain: 2022 2.7");
        assertThat(desk.told("CHN 2023 2.5 2024-03-01"))
                .containsExactly("CLEARED new-period 2022..2022 certain: 2023 2.5");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsOpenDoesNotDependOnTheOrderOfArrival(long seed) {
        List<String> figures = new ArrayList<>(List.of(
                "OECD 2018 2.5 2019-06-01",
                "OECD 2020 2.6 2021-06-01",
                "OECD 2020 2.65 2023-06-01",
                "CHN 2019 2.4 2020-03-01",
                "CHN 2020 2.7 2021-03-01",
                "CHN 2020 - 2022-03-01",
                "CHN 2021 >2.6 2022-03-01",
                "CHN 2021 2.5 2023-03-01",
                "CHN 2022 2.6 2023-03-01",
                "CHN 2023 2.64 2024-03-01 status=F"));
        Desk inOrder = Desk.under(BELOW_OECD).knowing(figures.toArray(String[]::new));
        Collections.shuffle(figures, new Random(seed));
        Desk shuffled = Desk.under(BELOW_OECD).knowing(figures.toArray(String[]::new));

        assertThat(shuffled.open())
                .as("seed %d", seed)
                .isEqualTo(inOrder.open())
                .isEqualTo("2019..2022 certain: 2022 2.6 against 2020 2.65");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "of a year that is not reached yet | OECD 2024 2.5 2025-01-01 |",
                "of the last year                  | OECD 2023 2.5 2024-09-01 | CLEARED benchmark-new-period 2021..2021 certain: 2023 2.6 against 2023 2.5",
                "of a year between                 | OECD 2022 2.5 2024-09-01 | CLEARED benchmark-new-period 2021..2021 certain: 2023 2.6 against 2022 2.5",
                "of the year it was compared with  | OECD 2021 2.5 2024-09-01 | RETRACTED benchmark-revision 2021..2023 certain: 2023 2.6 against 2021 2.5",
                "of a year before all              | OECD 2018 2.5 2024-09-01 |",
            })
    void aBenchmarkDecidesThePeriodsThatAreComparedWithIt(String which, String figure, @Nullable String told) {
        Desk desk = Desk.under(BELOW_OECD)
                .knowing("OECD 2021 2.7 2022-09-01", "CHN 2021 2.6 2022-02-01", "CHN 2023 2.6 2024-02-01");

        assertThat(desk.told(figure)).as(which).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void whatWasKeptIsTakenUpAgainWithoutAWord() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2022 2.7 2023-01-01", "CHN 2023 2.8 2024-01-01");
        String open = desk.open();

        assertThat(desk.restart()).isEmpty();
        assertThat(desk.open()).isEqualTo(open);
        assertThat(desk.told("CHN 2023 2.5 2024-02-01"))
                .containsExactly("CLEARED revision 2022..2022 certain: 2023 2.5");
    }

    @Test
    void aSeriesWithoutFiguresDecidesNothing() {
        Desk desk = Desk.under(BELOW_OECD);

        assertThat(desk.told("OECD 2021 2.7 2022-09-01")).isEmpty();
        assertThat(desk.restart()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "on its day              | overdue: {}            | CHN 2023 2.6 2024-02-23 next=2024-10-31 | 2024-10-31",
                "some time after it      | overdue: {after: P1M}  | CHN 2023 2.6 2024-02-23 next=2024-10-31 | 2024-11-30",
                "the newest announcement | overdue: {}            | CHN 2022 2.6 2024-03-23 next=2024-12-31 | 2024-12-31",
            })
    void aReleaseIsLateFromADay(String when, String rule, String figure, LocalDate day) {
        Desk desk = Desk.under(rule).knowing("CHN 2023 2.6 2024-01-01 next=2024-06-30", figure);

        assertThat(desk.tick(day.minusDays(1).toString())).as(when).isEmpty();
        assertThat(desk.tick(day.toString())).as(when).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {REACHED + " | CHN 2023 2.6 2024-01-01 next=2024-06-30", "overdue: {} | CHN 2023 2.6 2024-01-01"})
    void nothingIsDue(String rule, String figure) {
        Desk desk = Desk.under(rule).knowing(figure);
        String open = desk.open();

        assertThat(desk.tick("2030-01-01")).isEmpty();
        assertThat(desk.open()).isEqualTo(open);
    }
}
