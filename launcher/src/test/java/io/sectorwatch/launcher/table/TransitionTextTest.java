package io.sectorwatch.launcher.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.ClosedRelease.Tally;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionTextTest {
    private static final Screen NARROW = new Screen(80, false);
    private static final String MARCH = "2024-03-13T00:00:00Z";
    private static final String MSTI = "oecd-msti/2024-03-13";

    private final List<String> lines = new ArrayList<>();

    @Test
    void theTransitionsOfOneReleaseStandTogetherBeneathItAndTheirRules() {
        TransitionText text = text(NARROW, Map.of());
        text.add(transition("low", "CHN", MARCH), MSTI);
        text.add(transition("high", "DEU", MARCH), "nbs/2024-03-13");
        text.add(transition("high", "KOR", MARCH), MSTI);
        text.add(transition("low", "DEU", MARCH), MSTI);
        text.end();

        assertThat(lines).containsExactly("""
                2024-03-13  release of oecd-msti
                  Title of high (high)
                    RAISED     info      certain   KOR/economy  It is so
                  Title of low (low)
                    RAISED     info      certain   CHN/economy  It is so
                    RAISED     info      certain   DEU/economy  It is so
                2024-03-13  release of nbs
                  Title of high (high)
                    RAISED     info      certain   DEU/economy  It is so
                """.lines().toArray(String[]::new));
    }

    @Test
    void whatComesLaterOfTheSameReleaseGoesOnBeneathIt() {
        TransitionText text = text(NARROW, Map.of());
        text.add(transition("low", "CHN", MARCH), MSTI);
        text.end();
        text.add(transition("low", "DEU", MARCH), MSTI);
        text.end();

        assertThat(lines)
                .hasSize(4)
                .filteredOn(line -> line.contains("release"))
                .hasSize(1);
    }

    @Test
    void ofARuleAndSeriesTheOrderIsKept() {
        TransitionText text = text(NARROW, Map.of());
        text.add(transition("low", "CHN", MARCH, "CLEARED"), MSTI);
        text.add(transition("low", "CHN", MARCH, "RAISED"), MSTI);
        text.end();

        assertThat(lines.subList(2, 4))
                .extracting(line -> line.strip().split(" ")[0])
                .containsExactly("CLEARED", "RAISED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    nbs/2024-03-13                  | - | 2024-03-13  release of nbs
                    oecd/2024-03-13T11:02:22Z       | - | 2024-03-13  release of oecd, 11:02:22
                    oecd/2024-03-12T11:02:00.5Z     | - | 2024-03-13  release of oecd, published 2024-03-12 11:02:00
                    anything else                   | - | 2024-03-13  release anything else
                    oecd-msti/2024-03-13            | 1 | 2024-03-13  release of oecd-msti, by oecd: 1,812 new, 1 revised
                    oecd/2024-03-13                 | 0 | 2024-03-13  release of oecd: 1,812 new
                    oecd-msti/oecd/2024-03-13       | 0 | 2024-03-13  release of oecd-msti/oecd: 1,812 new
                    """)
    void aReleaseIsNamedAsFarAsItIsKnown(String release, Integer revised, String heading) {
        Map<String, ClosedRelease> closed = revised == null
                ? Map.of()
                : Map.of(
                        release,
                        new ClosedRelease(
                                release,
                                null,
                                Instant.parse(MARCH),
                                new Source("oecd", null, null),
                                new Tally(1812, revised, 0)));
        TransitionText text = text(NARROW, closed);
        text.add(transition("low", "CHN", MARCH), release);
        text.end();

        assertThat(lines.get(0)).isEqualTo(heading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    new-period         | facts of nbs
                    revision           | facts of nbs
                    benchmark-revision | new facts
                    time-passed        | time passed
                    rule-changed       | rules changed
                    correction         | facts corrected
                    """)
    void whatCameOfNoReleaseSaysWhatItCameOf(String reason, String words) {
        TransitionText text = text(NARROW, Map.of());
        text.add(transition("low", "CHN", MARCH, "RAISED", reason), null);
        text.end();

        assertThat(lines.get(0)).isEqualTo("2024-03-13  " + words);
    }

    @Test
    void aTransitionWithADateOfItsOwnSaysSo() {
        TransitionText text = text(NARROW, Map.of());
        text.add(transition("high", "CHN", "2026-11-28T00:00:00Z"), MSTI);
        text.add(transition("low", "CHN", "2026-11-29T00:00:00Z"), MSTI);
        text.end();

        assertThat(lines.get(0)).isEqualTo("2026-11-28  release of oecd-msti, published 2024-03-13");
        assertThat(lines.get(2)).endsWith("It is so");
        assertThat(lines.get(4)).endsWith("It is so (dated 2026-11-29)");
    }

    @Test
    void whereThereIsNoScreenEachTransitionIsALineThatSaysAllOfIt() {
        TransitionText text = text(Screen.PLAIN, Map.of());
        text.add(transition("low", "CHN", MARCH), MSTI);
        text.end();

        assertThat(lines)
                .containsExactly(
                        "2024-03-13  RAISED     info      certain   CHN/economy  It is so  Title of low (low)");
    }

    private TransitionText text(Screen screen, Map<String, ClosedRelease> closed) {
        return new TransitionText(
                screen,
                transition -> "Title of " + transition.rule() + " (" + transition.rule() + ")",
                closed::get,
                lines::add);
    }

    private static Transition transition(String rule, String area, String decidedAt) {
        return transition(rule, area, decidedAt, "RAISED");
    }

    private static Transition transition(String rule, String area, String decidedAt, String type) {
        return transition(rule, area, decidedAt, type, "new-period");
    }

    private static Transition transition(String rule, String area, String decidedAt, String type, String reason) {
        return SomeTransition.of(rule, area, decidedAt, type, reason);
    }
}
