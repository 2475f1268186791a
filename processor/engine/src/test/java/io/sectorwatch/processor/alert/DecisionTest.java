package io.sectorwatch.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Transition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
    private static final String REACHED = "value: {atLeast: 2.6}";
    private static final String BELOW_OECD = "gap: {to: {area: OECD}, below: 0, clear: 0.05, maxLag: P3Y}";

    @Test
    void nothingIsOpenAndNothingIsToBe() {
        assertThat(Desk.under(REACHED).told("CHN 2023 2.59 2024-02-29")).isEmpty();
    }

    @Test
    void anEpisodeIsRaised() {
        assertThat(Desk.under(REACHED).told("CHN 2023 2.64 2024-02-29"))
                .containsExactly("RAISED new-period 2023..2023 certain: 2023 2.64");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "its value       | CHN 2023 2.65 2024-10-02          | UPDATED revision 2023..2023 certain: 2023 2.65",
                "its comparator  | CHN 2023 >2.64 2024-10-02         | UPDATED revision 2023..2023 certain: 2023 >2.64",
                "its status      | CHN 2023 2.64 2024-10-02 status=P | UPDATED revision 2023..2023 certain: 2023 2.64",
                "its last period | CHN 2024 2.7 2025-01-23           | UPDATED new-period 2023..2024 certain: 2024 2.7",
                "its first       | CHN 2022 2.6 2024-10-02           | UPDATED new-period 2022..2023 certain: 2023 2.64",
                "its certainty   | CHN 2023 >2.5 2024-10-02          | UPDATED revision 2023..2023 possible: 2023 >2.5",
                "not its source  | CHN 2023 2.64 2024-10-02 source=oecd |",
                "nor its unit    | CHN 2023 2.64 2024-10-02 unit=percent-of-gdp |",
                "nor its past    | CHN 2021 2.1 2024-10-02           |",
            })
    void anOpenAlertIsUpdatedWhereItsEvidenceDiffers(String what, String figure, @Nullable String told) {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 2.64 2024-02-29");

        assertThat(desk.told(figure)).as(what).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "its value      | OECD 2021 2.7 2024-04-01       | UPDATED benchmark-revision 2023..2023 certain: 2023 2.6 against 2021 2.7",
                "its comparator | OECD 2021 >2.72 2024-04-01     | UPDATED benchmark-revision 2023..2023 certain: 2023 2.6 against 2021 >2.72",
                "its period     | OECD 2022 2.72 2024-04-01      | UPDATED benchmark-new-period 2023..2023 certain: 2023 2.6 against 2022 2.72",
                "not its status | OECD 2021 2.72 2024-04-01 status=P |",
                "nor its past   | OECD 2019 2.5 2024-04-01       |",
                "nor its future | OECD 2024 2.5 2025-04-01       |",
            })
    void theBenchmarkIsEvidenceToo(String what, String figure, @Nullable String told) {
        Desk desk = Desk.under(BELOW_OECD).knowing("OECD 2021 2.72 2023-09-01", "CHN 2023 2.6 2024-02-23");

        assertThat(desk.told(figure)).as(what).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void severityIsEvidence() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 2.64 2024-02-29");

        assertThat(desk.change("2024-03-01", REACHED, "severity: critical"))
                .containsExactly("UPDATED rule-changed 2023..2023 certain: 2023 2.64");
    }

    @Test
    void certaintyIsEvidence() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 >2.6 2024-02-29");

        assertThat(desk.change("2024-03-01", "value: {atLeast: 2.65}"))
                .containsExactly("UPDATED rule-changed 2023..2023 possible: 2023 >2.6");
    }

    @Test
    void anEpisodeThatHasEndedIsCleared() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 2.64 2024-02-29");

        assertThat(desk.told("CHN 2024 2.5 2025-01-23"))
                .containsExactly("CLEARED new-period 2023..2023 certain: 2024 2.5");
        assertThat(desk.told("CHN 2024 2.4 2025-02-01")).isEmpty();
    }

    @Test
    void whatWasTypedWronglyIsCorrectedAndNotRevised() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 2.5 2024-02-29", "CHN 2023 250 2024-03-01");

        assertThat(desk.voided("CHN 2023 250 2024-03-01", "2025-01-23"))
                .singleElement()
                .satisfies(told -> assertThat(told.message())
                        .contains("was corrected from 250 to 2.5", "it never was")
                        .doesNotContain("revised"));
    }

    @Test
    void aRevisionSaysOfWhichPeriodItIs() {
        Desk desk = Desk.under("revision: {periods: 3, as: percent, above: 2}")
                .knowing("CHN 2021 2 2022-01-01", "CHN 2022 2.1 2023-01-01", "CHN 2023 2.2 2024-01-01");

        assertThat(desk.told("CHN 2021 2.2 2024-02-01")).hasSize(1);
        assertThat(Objects.requireNonNull(desk.watch().alert()).message())
                .contains("of 2023 is 2.2", "a revision of 10 % in the figure of 2021");
        assertThat(desk.told("CHN 2023 2.6 2024-03-01")).hasSize(1);
        assertThat(Objects.requireNonNull(desk.watch().alert()).message())
                .contains("of 2023 was revised from 2.2 to 2.6", "a revision of 18.1818 %")
                .doesNotContain("in the figure of");
    }

    @Test
    void anEpisodeThatNeverWasIsRetracted() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 2.64 2024-02-29");

        assertThat(desk.told("CHN 2023 2.58 2025-01-23"))
                .containsExactly("RETRACTED revision 2023..2023 certain: 2023 2.58");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "withdrawn    | CHN 2023 - 2025-01-23  | RETRACTED revision 2023..2023 certain: 2023 -",
                "only a bound | CHN 2023 <2.7 2025-01-23 | RETRACTED revision 2023..2023 certain: 2023 <2.7",
            })
    void whatAnAlertRestedOnMayBeNoFigureAnyMore(String how, String figure, String told) {
        Desk desk = Desk.under(REACHED, "possible: hold").knowing("CHN 2023 2.64 2024-02-29");

        assertThat(desk.told(figure)).as(how).containsExactly(told);
    }

    @Test
    void ofTheEndedEpisodesThatOverlapTheLatestIsCleared() {
        Desk desk = Desk.under("gap: {to: {area: OECD}, above: 0, maxLag: P9Y}")
                .knowing("CHN 2019 3 2023-01-01", "CHN 2020 2 2023-01-01", "CHN 2021 3 2023-01-01")
                .knowing("CHN 2022 2 2023-01-01", "OECD 2018 1 2023-02-01");

        assertThat(desk.told("OECD 2018 2.5 2023-03-01"))
                .containsExactly("CLEARED benchmark-revision 2021..2021 certain: 2022 2 against 2018 2.5");
    }

    @Test
    void whatEndedBeforeTheAlertDoesNotOverlapIt() {
        Desk desk =
                Desk.under(REACHED).knowing("CHN 2020 3 2021-01-01", "CHN 2021 1 2022-01-01", "CHN 2022 3 2023-01-01");

        assertThat(desk.told("CHN 2022 1 2023-03-01")).containsExactly("RETRACTED revision 2022..2022 certain: 2022 1");
    }

    @Test
    void oneFigureCanClearOneEpisodeAndRaiseAnother() {
        Desk desk = Desk.under("change: {above: 0}")
                .knowing("CHN 2019 1 2020-01-01", "CHN 2020 2 2021-01-01", "CHN 2022 3 2023-01-01");

        assertThat(desk.told("CHN 2021 1.5 2023-02-01"))
                .containsExactly(
                        "CLEARED new-period 2020..2020 certain: 2021 1.5",
                        "RAISED new-period 2022..2022 certain: 2022 3");
    }

    @Test
    void oneBenchmarkCanRetractOneEpisodeAndRaiseAnother() {
        Desk desk = Desk.under("gap: {to: {area: OECD}, below: 0, maxLag: P1Y}")
                .knowing("OECD 2019 2.6 2020-01-01", "CHN 2020 2.5 2021-01-01", "CHN 2021 2.1 2022-01-01");

        assertThat(desk.told("OECD 2020 2.3 2022-02-01"))
                .containsExactly(
                        "RETRACTED benchmark-new-period 2020..2020 certain: 2020 2.5 against 2020 2.3",
                        "RAISED benchmark-new-period 2021..2021 certain: 2021 2.1 against 2020 2.3");
    }

    @Test
    void aRuleThatIsRemovedClearsWhatItHasOpen() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 2.64 2024-02-29");

        assertThat(desk.remove("2024-03-01")).containsExactly("CLEARED rule-changed 2023..2023 certain: 2023 2.64");
        assertThat(desk.remove("2024-03-02")).isEmpty();
    }

    @Test
    void aRuleThatHoldsNoMoreClearsAndNeverRetracts() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 2.64 2024-02-29");

        assertThat(desk.change("2024-03-01", "value: {atLeast: 3}"))
                .containsExactly("CLEARED rule-changed 2023..2023 certain: 2023 2.64");
    }

    @Test
    void aRuleThatHoldsElsewhereClearsAndRaises() {
        Desk desk = Desk.under("value: {above: 2}", "status: {exclude: [P]}")
                .knowing("CHN 2020 3 2021-01-01", "CHN 2021 1 2022-01-01 status=P", "CHN 2022 4 2023-01-01 status=P");

        assertThat(desk.change("2023-02-01", "value: {above: 2}"))
                .containsExactly(
                        "CLEARED rule-changed 2020..2020 certain: 2020 3",
                        "RAISED rule-changed 2022..2022 certain: 2022 4");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "to the day, CHN 2021 3 2023-01-01, true",
        "and no day longer, CHN 2021 3 2023-01-02, false",
    })
    void aPeriodThatEndedLongerAgoThanTheHorizonDoesNotRaise(String how, String figure, boolean raised) {
        assertThat(Desk.under("value: {above: 2}", "horizon: P1Y").told(figure))
                .as(how)
                .hasSize(raised ? 1 : 0);
    }

    @Test
    void anAlertThatIsOpenIsKeptBeyondTheHorizon() {
        Desk desk = Desk.under("value: {above: 2}", "horizon: P1Y").knowing("CHN 2021 3 2022-06-01");

        assertThat(desk.told("CHN 2021 4 2030-01-01")).containsExactly("UPDATED revision 2021..2021 certain: 2021 4");
        assertThat(desk.told("CHN 2021 1 2031-01-01")).containsExactly("RETRACTED revision 2021..2021 certain: 2021 1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the condition is true     | CHN 2024 3.5 2025-01-01  | certain",
                "inside the hysteresis     | CHN 2024 2.9 2025-01-01  | certain",
                "it may have been cleared  | CHN 2024 <2.9 2025-01-01 | possible",
                "the condition is possible | CHN 2024 <3.5 2025-01-01 | possible",
            })
    void anAlertIsCertainWhereNothingIsInDoubt(String where, String figure, String certainty) {
        Desk desk = Desk.under("value: {above: 3, clear: 2.8}").knowing("CHN 2023 3.1 2024-01-01");

        assertThat(desk.told(figure)).as(where).singleElement().asString().contains(" " + certainty + ": ");
    }

    @Test
    void anAlertKeepsItsIdWhereverItsEpisodeBegins() {
        Transition raised = Desk.under(REACHED).tell("CHN 2023 2.64 2024-02-29").get(0);
        Desk other = Desk.under(REACHED);

        assertThat(other.tell("CHN 2023 3 2024-03-01").get(0).alert())
                .as("an id is of the rule, the series and the first period")
                .isEqualTo(raised.alert());
        assertThat(other.tell("CHN 2022 3 2024-04-01").get(0).alert()).isEqualTo(raised.alert());
        assertThat(other.tell("CHN 2024 1 2024-05-01").get(0).alert()).isEqualTo(raised.alert());
        assertThat(other.tell("CHN 2025 3 2024-06-01").get(0).alert()).isNotEqualTo(raised.alert());
    }

    @Test
    void aTransitionSaysWhatItRestsOn() {
        Desk desk = Desk.under(
                BELOW_OECD, "severity: warning", "labels: {team: asia}", "series: {indicator: rd-intensity}");
        desk.knowing("OECD 2021 2.72 2023-09-01");

        assertThat(desk.tell("CHN 2023 2.6 2024-02-23")).singleElement().satisfies(raised -> {
            assertThat(raised.rule()).isEqualTo("r");
            assertThat(raised.ruleHash()).isEqualTo(desk.watch().rule().hash());
            assertThat(raised.severity()).hasToString("WARNING");
            assertThat(raised.labels()).containsEntry("team", "asia");
            assertThat(raised.series()).hasToString("rd-intensity/CHN/economy/A");
            assertThat(raised.measure().kind()).isEqualTo("gap");
            assertThat(raised.measure().value()).isEqualByComparingTo("-0.12");
            assertThat(raised.before()).isNull();
            assertThat(raised.decidedAt()).isEqualTo("2024-02-23T00:00:00Z");
            assertThat(raised.evidence()).containsExactly("CHN 2023", "OECD 2021");
        });
    }

    @Test
    void aClosingSaysWhatTheAlertRestedOnUntilThen() {
        Desk desk = Desk.under(REACHED).knowing("CHN 2023 2.64 2024-02-29", "CHN 2023 2.65 2024-10-02");

        assertThat(desk.tell("CHN 2023 2.58 2025-01-23")).singleElement().satisfies(retracted -> {
            assertThat(Desk.figure(retracted.before())).isEqualTo("2023 2.65");
            assertThat(Desk.figure(retracted.observation())).isEqualTo("2023 2.58");
            assertThat(retracted.message()).contains("was revised from 2.65 to 2.58", "it never was at least 2.6");
        });
    }

    @Test
    void aReleaseIsOverdueFromItsDayOn() {
        Desk desk = Desk.under("overdue: {after: P30D}").knowing("CHN 2023 2.6 2024-02-23 next=2024-10-31");

        assertThat(desk.tick("2024-11-29")).isEmpty();
        assertThat(desk.tick("2024-11-30")).containsExactly("RAISED time-passed 2023..2023 certain: 2023 2.6");
        assertThat(desk.tick("2024-12-01")).isEmpty();
    }

    @Test
    void aReleaseThatComesClears() {
        Desk desk = Desk.under("overdue: {}").knowing("CHN 2023 2.6 2024-02-23 next=2024-10-31");
        desk.tick("2024-11-01");

        assertThat(desk.told("CHN 2024 2.7 2024-11-05"))
                .containsExactly("CLEARED new-period 2023..2023 certain: 2024 2.7");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "of a new period | CHN 2024 2.7 2024-11-05 next=2024-11-04  | UPDATED new-period 2023..2024 certain: 2024 2.7",
                "of another bound | CHN 2023 >2.6 2024-11-05 next=2024-11-04 | UPDATED revision 2023..2023 certain: 2023 >2.6",
                "of the same figure | CHN 2023 2.6 2024-11-05 next=2024-11-04 |",
            })
    void aReleaseThatIsDueItselfUpdates(String what, String figure, @Nullable String told) {
        Desk desk = Desk.under("overdue: {}").knowing("CHN 2023 2.6 2024-02-23 next=2024-10-31");
        desk.tick("2024-11-01");

        assertThat(desk.told(figure)).as(what).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void anOverdueReleaseIsNeverRetracted() {
        Desk desk = Desk.under("overdue: {}").knowing("CHN 2023 2.6 2024-02-23 next=2024-10-31");
        desk.tick("2024-11-01");

        assertThat(desk.told("CHN 2023 - 2024-11-05")).containsExactly("CLEARED revision 2023..2023 certain: 2023 -");
    }

    @Test
    void whatIsHiddenAnnouncesNothing() {
        Desk desk = Desk.under("overdue: {}").knowing("CHN 2024 2.7 2024-02-23 next=2024-10-31 status=F");

        assertThat(desk.tick("2024-11-01")).isEmpty();
    }
}
