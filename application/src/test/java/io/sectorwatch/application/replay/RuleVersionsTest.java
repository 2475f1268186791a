package io.sectorwatch.application.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.rule.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RuleVersionsTest {
    private static final Rule ONE = Rules.atLeast("1");
    private static final Rule TWO = Rules.atLeast("2");
    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2024-01-01T00:00:00Z");

    private final RuleVersions versions = new RuleVersions();

    @Test
    void eachVersionHoldsFromItsOwnMomentOn() {
        versions.add(0, EARLY, "reached", ONE);
        versions.add(0, LATE, "reached", TWO);

        assertThat(versions.events())
                .containsExactly(new RuleEvent(EARLY, "reached", ONE), new RuleEvent(LATE, "reached", TWO));
    }

    @Test
    void whatIsPublishedLaterForAnEarlierMomentTakesThePlaceOfWhatFollowed() {
        versions.add(0, LATE, "reached", ONE);
        versions.add(0, EARLY, "reached", TWO);

        assertThat(versions.events()).containsExactly(new RuleEvent(EARLY, "reached", TWO));
    }

    @Test
    void aRuleInAllPartitionsHappensOnceAndEndsOnce() {
        for (int partition = 0; partition < 3; partition++) {
            versions.add(partition, EARLY, "reached", ONE);
            versions.add(partition, LATE, "reached", null);
        }

        assertThat(versions.events())
                .containsExactly(new RuleEvent(EARLY, "reached", ONE), new RuleEvent(LATE, "reached", null));
    }

    @Test
    void aRuleThatMovesToAnotherPartitionDoesNotEnd() {
        versions.add(2, EARLY, "reached", ONE);
        versions.add(1, LATE, "reached", TWO);
        versions.add(2, LATE, "reached", null);

        assertThat(versions.events())
                .containsExactly(new RuleEvent(EARLY, "reached", ONE), new RuleEvent(LATE, "reached", TWO));
    }

    @Test
    void theSameRuleAgainIsNoChange() {
        versions.add(0, EARLY, "reached", ONE);
        versions.add(0, LATE, "reached", ONE);

        assertThat(versions.events()).containsExactly(new RuleEvent(EARLY, "reached", ONE));
    }
}
