package io.sectorwatch.launcher.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogNewsTest {
    private final List<String> lines = new ArrayList<>();
    private Duration now = Duration.ofDays(1);
    private final BacklogNews news = new BacklogNews(lines::add, () -> now.toNanos());

    @Test
    void aReleaseIsReadOneByOne() {
        assertThat(news.takes(List.of())).isFalse();
        assertThat(news.takes(transitions(Transition.Type.RAISED, 499))).isFalse();
        assertThat(lines).isEmpty();
    }

    @Test
    void aBacklogIsCountedUntilItEnds() {
        assertThat(news.takes(transitions(Transition.Type.RAISED, 500))).isTrue();
        assertThat(news.takes(transitions(Transition.Type.UPDATED, 900))).isTrue();
        assertThat(news.takes(transitions(Transition.Type.RAISED, 3))).isTrue();
        assertThat(lines).isEmpty();
        assertThat(news.takes(List.of())).isTrue();

        assertThat(lines)
                .containsExactly("1,403 transitions at once, the last one of 2024-02-29T00:00:00Z: 503 RAISED,"
                        + " 900 UPDATED ('alerts' shows them)");
        assertThat(news.takes(transitions(Transition.Type.RAISED, 3))).isFalse();
    }

    @Test
    void whereItDoesNotEndALineComesNowAndThen() {
        for (int second = 0; second < 25; second++) {
            news.takes(transitions(Transition.Type.RAISED, 500));
            now = now.plusSeconds(1);
        }

        assertThat(lines).hasSize(2).allMatch(line -> line.contains("RAISED"));
    }

    private static List<Transition> transitions(Transition.Type type, int number) {
        return Collections.nCopies(number, SomeTransition.of(type));
    }
}
