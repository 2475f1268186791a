package io.sectorwatch.ingest.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountingCorrectionsTest {
    @Test
    void theNewestCountsWhateverTheOrderAndOfOneMomentTheOneThatVoids() {
        List<Correction> all = new ArrayList<>(List.of(
                at("newest", State.VOID, 1),
                at("newest", State.VALID, 2),
                at("moment", State.VALID, 3),
                at("moment", State.VOID, 3),
                at("moment", State.VALID, 1)));
        Random random = new Random(7);
        for (int order = 0; order < 20; order++) {
            Collections.shuffle(all, random);
            CountingCorrections corrections = new CountingCorrections();
            all.forEach(corrections::add);

            assertThat(corrections.isVoid("newest")).as("%s", all).isFalse();
            assertThat(corrections.isVoid("moment")).as("%s", all).isTrue();
            assertThat(corrections.of("newest")).isEqualTo(at("newest", State.VALID, 2));
        }
    }

    @Test
    void whatWasNeverCorrectedIsNotVoid() {
        CountingCorrections corrections = new CountingCorrections();
        assertThat(corrections.isEmpty()).isTrue();
        corrections.add(at("other", State.VOID, 1));
        assertThat(corrections.isEmpty()).isFalse();
        assertThat(corrections.isVoid("fact")).isFalse();
        assertThat(corrections.of("fact")).isNull();
    }

    private static Correction at(String fact, State state, long second) {
        return new Correction(fact, state, "why", Instant.ofEpochSecond(second));
    }
}
