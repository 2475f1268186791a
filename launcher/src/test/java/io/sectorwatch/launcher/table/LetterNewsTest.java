package io.sectorwatch.launcher.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.deadletters.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class LetterNewsTest {
    private final List<String> lines = new ArrayList<>();
    private Duration now = Duration.ofDays(1);
    private final LetterNews news = new LetterNews(lines::add, () -> now.toNanos());

    @Test
    void theFirstIsToldAtOnceAndThoseThatFollowLaterInOneLine() {
        news.take(List.of());
        news.take(List.of(letter(7, "not JSON: \u001b[31m")));
        assertThat(lines)
                .containsExactly(
                        "Dead letter: t, partition 2, offset 7: not JSON: \\u001b[31m ('dead-letters list' shows"
                                + " all)");

        for (int offset = 8; offset < 1008; offset++) {
            news.take(List.of(letter(offset, "bad")));
        }
        assertThat(lines).hasSize(1);
        now = now.plusSeconds(11);
        news.take(List.of());
        news.take(List.of());

        assertThat(lines).hasSize(2).last().isEqualTo("1000 more dead letters ('dead-letters list' shows all)");
    }

    @Test
    void ofSeveralAtOnceTheLastIsToldWithTheNumberBeforeIt() {
        news.take(List.of(letter(1, "bad"), letter(2, "bad"), letter(3, "worse")));

        assertThat(lines).singleElement().asString().contains("offset 3: worse; and 2 before it (");
    }

    private static DeadLetter letter(long offset, String reason) {
        return new DeadLetter(0, "t", 2, offset, reason, Instant.EPOCH, null, null, new RecordHeaders());
    }
}
