package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
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
    void aReplacementThatAddsAYearRetractsByRevision() {
        Story story =
                Story.under(Story.rule("'indicator': 'policy-activity', 'frequency': 'A'", "'value': {'atLeast': 1}"));

        story.policy("p1 funding support 2016 2016-06-01");
        assertThat(story.policy("p1 funding support 2018 2018-06-01"))
                .containsExactly(
                        "RETRACTED revision CHN 2016..2016 certain",
                        "RAISED new-period CHN 2018..2018 certain, 1, 2018: 1");
    }

    @Test
    void theFoldBeginsAtTheFirstEventThatStillCounts() {
        Story story =
                Story.under(Story.rule("'indicator': 'policy-activity', 'frequency': 'A'", "'value': {'below': 1}"));

        story.policy("p1 funding support 2018 2018-06-01");
        assertThat(story.tick("2019-06-01")).containsExactly("RAISED time-passed CHN 2019..2019 certain, 0, 2019: 0");
        assertThat(story.policy("p1 funding support 2019 2019-07-01"))
                .as("2018 has no event any more, and is before the first one")
                .containsExactly("RETRACTED revision CHN 2019..2019 certain");
        assertThat(story.tick("2020-06-01")).hasSize(1);
    }

    @Test
    void aSumOrAChangeLooksBackToQuietPeriodsBeforeTheFirstEvent() {
        Story sum = Story.under(
                Story.rule("'indicator': 'policy-activity', 'frequency': 'A'", "'sum': {'periods': 5, 'atLeast': 1}"));
        assertThat(sum.policy("p1 funding support 2022 2022-06-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 1, 2022: 1");

        Story change = Story.under(monthly("policy-activity", "'change': {'periods': 2, 'above': 0}"));
        assertThat(change.policy("p1 funding support 2022-05 2022-05-20"))
                .containsExactly("RAISED new-period CHN 2022-05..2022-05 certain, 1, 2022-05: 1");
    }

    @Test
    void ofVersionsOfOneMomentTheOneWithTheGreaterIdHolds() {
        String funding = "p1 funding support 2023 2023-12-10";
        String regulation = "p1 regulation support 2023 2023-12-10";
        String holds = Story.id(funding).compareTo(Story.id(regulation)) > 0 ? "funding" : "regulation";

        for (List<String> order : List.of(List.of(funding, regulation), List.of(regulation, funding))) {
            Story story = Story.under(monthly("*", "'value': {'above': 0}").replace("'M'", "'A'"));
            order.forEach(story::policy);
            assertThat(story.open())
                    .containsExactlyInAnyOrder(
                            "r|policy-activity/CHN/economy/A 2023..2023 certain value 1",
                            "r|policy-activity." + holds + "/CHN/economy/A 2023..2023 certain value 1",
                            "r|policy-stance.support/CHN/economy/A 2023..2023 certain value 1");
        }
    }

    @Test
    void rulesThatTrustSourcesSeeCountsOnlyIfTheyTrustOurOwn() {
        String series = "'indicator': 'policy-activity', 'frequency': 'A', 'sources': ";
        Story trusting = Story.under(Story.rule(series + "['derived']", "'value': {'above': 0}"));
        Story wary = Story.under(Story.rule(series + "['gazette']", "'value': {'above': 0}"));

        assertThat(trusting.policy("p1 funding support 2022 2022-06-01")).hasSize(1);
        assertThat(wary.policy("p1 funding support 2022 2022-06-01")).isEmpty();
    }

    @Test
    void anEventSaidAgainOnlyTellsThatTimeHasPassed() {
        Story story = Story.under(monthly("policy-activity", "'value': {'above': 0}"));

        story.policy("p1 funding support 2023-11 2023-11-10");
        assertThat(story.policy("p1 funding support 2023-11 2023-12-10"))
                .containsExactly("CLEARED time-passed CHN 2023-11..2023-11 certain");
    }

    @Test
    void ofManyEventsTheNewestAreNamed() {
        Story story =
                Story.under(Story.rule("'indicator': 'policy-activity', 'frequency': 'A'", "'value': {'atLeast': 40}"));
        for (int i = 10; i < 50; i++) {
            story.policy("p" + i + " funding support 2022 2022-06-" + (i < 20 ? "02" : "01"));
        }

        FactsNamed facts = Objects.requireNonNull(story.last().get(0).restsOn());
        assertThat(facts.count()).isEqualTo(40);
        assertThat(facts.named()).hasSize(32).contains(Story.id("p10 funding support 2022 2022-06-02"));
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
