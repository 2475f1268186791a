package io.sectorwatch.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private static final int MOST = 1000;

    private final CommitPace pace = new CommitPace(Duration.ofSeconds(1));

    @Test
    void whatComesFirstIsToldAtOnce() {
        assertThat(pace.due(millis(5))).isTrue();
    }

    @Test
    void aTwentiethOfTheIntervalLiesBetweenTwoCommits() {
        pace.committed(millis(0), millis(10));

        assertThat(pace.due(millis(59))).isFalse();
        assertThat(pace.due(millis(60))).isTrue();
    }

    @Test
    void aCommitNeverTakesMoreThanAFifthOfTheTime() {
        pace.committed(millis(0), millis(200));

        assertThat(pace.due(millis(999))).isFalse();
        assertThat(pace.due(millis(1000))).isTrue();
    }

    @Test
    void whatLiesBehindIsNotInterrupted() {
        pace.committed(millis(0), millis(10));
        pace.polled(MOST, MOST);
        pace.polled(3, MOST);

        assertThat(pace.isBehind()).isTrue();
        assertThat(pace.due(millis(900))).isFalse();
    }

    @Test
    void afterTheNextCommitItIsSeenAnewWhetherMuchIsLeft() {
        pace.polled(MOST, MOST);
        pace.committed(millis(1000), millis(1010));
        pace.polled(MOST - 1, MOST);

        assertThat(pace.isBehind()).isFalse();
        assertThat(pace.due(millis(1060))).isTrue();
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
