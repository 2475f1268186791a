package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceReasonsTest {
    @Test
    void whatARuleDoesNotSeeMakesNoPeriodKnown() {
        Story story = Story.under(Story.rule("'areas': ['CHN'], 'sources': ['nbs']", "'value': {'above': 2}"))
                .knowing("CHN 2022 3 2023-01-01 source=press", "CHN 2022 3 2023-01-02 status=F");

        assertThat(story.observe("CHN 2022 3 2023-02-01"))
                .containsExactly("RAISED new-period CHN 2022..2022 certain, 3, 2022: 3");
    }

    @Test
    void theFirstReasonThatHoldsIsStated() {
        Story story = Story.under(Story.rule(
                "'areas': ['CHN'], 'sources': ['nbs']",
                "'gap': {'to': {'area': 'CHN', 'sources': ['plan']}, 'below': 0}"));

        story.observe("CHN 2022 2 2023-01-01");
        assertThat(story.observe("CHN 2022 3 2023-02-01 source=plan"))
                .as("of the series itself, but seen only as the benchmark")
                .containsExactly("RAISED benchmark-new-period CHN 2022..2022 certain, -1, 2022: 2, 2022: 3");
    }

    @Test
    void aLessTrustedFigureIsNoRevision() {
        Story story = Story.under(Story.rule("'areas': ['CHN'], 'sources': ['oecd', 'nbs']", "'overdue': {}"))
                .knowing("CHN 2022 2.5 2023-01-01 source=oecd next=2023-03-01");

        assertThat(story.observe("CHN 2022 2.6 2023-04-01"))
                .containsExactly("RAISED time-passed CHN 2022..2022 certain, no value, 2022: 2.5");
    }
}
