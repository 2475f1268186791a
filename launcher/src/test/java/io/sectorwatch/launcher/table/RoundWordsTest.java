package io.sectorwatch.launcher.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.watch.RoundTally;
import io.sectorwatch.ingest.vintage.Change;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoundWordsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:59Z");

    private final RoundTally tally = new RoundTally();

    @Test
    void aQuietRound() {
        tally.countUnchanged();

        assertThat(RoundWords.of(NOON, tally)).isEqualTo("2026-06-01 12:00Z nothing new; 0 sources read, 1 unchanged.");
    }

    @Test
    void aRoundInWhichEverythingHappens() {
        tally.countRead();
        tally.countFailed();
        tally.countUnsettled();
        tally.count(Change.NEW, 1_855);
        tally.count(Change.WITHDRAWN, 1);
        tally.count(Change.OUTRANKED, 2);
        tally.count(Change.VOID, 3);
        tally.count(Change.UNCHANGED, 7);

        assertThat(RoundWords.of(NOON, tally)).isEqualToNormalizingNewlines("""
                2026-06-01 12:00Z published 1858 facts (1855 new, 1 withdrawn, 2 outranked); 1
                  source read, 0 unchanged; 1 failed; 1 file still being written.""");
    }

    @Test
    void aRoundThatCameToNothing() {
        assertThat(RoundWords.words(NOON, "no Kafka server answers at x", Duration.ofMinutes(1)))
                .isEqualTo("2026-06-01 12:00Z no Kafka server answers at x; tried again in 60 s.");
    }
}
