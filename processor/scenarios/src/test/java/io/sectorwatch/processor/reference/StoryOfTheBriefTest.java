package io.sectorwatch.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoryOfTheBriefTest {
    @Test
    void theMarkIsCrossedForElevenMonthsAndThenNeverWas() {
        Story story = Story.under(Story.china("'value': {'atLeast': 2.6}"));

        assertThat(story.observe("CHN 2023 >2.6 2024-02-23 source=eai-brief-1752 status=P"))
                .containsExactly("RAISED new-period CHN 2023..2023 certain, >2.6, 2023: >2.6");
        assertThat(story.observe("CHN 2023 2.64 2024-02-29 status=P"))
                .containsExactly("UPDATED revision CHN 2023..2023 certain, 2.64, 2023: 2.64");
        assertThat(story.observe("CHN 2023 2.65 2024-10-02"))
                .containsExactly("UPDATED revision CHN 2023..2023 certain, 2.65, 2023: 2.65");
        assertThat(story.observe("CHN 2023 2.58 2025-01-23"))
                .containsExactly("RETRACTED revision CHN 2023..2023 certain");
    }

    @Test
    void theBoundLeavesOpenWhetherTheAverageWasReached() {
        Story story = Story.under(Story.rule(
                "'areas': ['*'], 'except': ['OECD']",
                "'gap': {'to': {'area': 'OECD'}, 'below': 0, 'clear': 0.05, 'maxLag': 'P3Y'}"));

        assertThat(story.observe("OECD 2021 2.72 2023-09-01 source=oecd")).isEmpty();
        assertThat(story.observe("CHN 2023 >2.6 2024-02-23 source=eai-brief-1752"))
                .containsExactly("RAISED new-period CHN 2023..2023 possible, >-0.12, 2023: >2.6, 2021: 2.72");
        assertThat(story.observe("CHN 2023 2.65 2024-10-02"))
                .containsExactly("UPDATED revision CHN 2023..2023 certain, -0.07, 2023: 2.65, 2021: 2.72");
        assertThat(story.observe("OECD 2021 2.68 2025-04-01 source=oecd"))
                .containsExactly("UPDATED benchmark-revision CHN 2023..2023 certain, -0.03, 2023: 2.65, 2021: 2.68");
        assertThat(story.observe("OECD 2022 2.64 2025-04-02 source=oecd"))
                .as("against a nearer year it was not below, and the hysteresis keeps only what began")
                .containsExactly("RETRACTED benchmark-new-period CHN 2023..2023 certain");
    }
}
