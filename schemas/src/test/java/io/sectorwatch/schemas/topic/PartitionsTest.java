package io.sectorwatch.schemas.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionsTest {
    private static final long SEED = 12;

    @Test
    void agreesWithTheProducerOfKafka() {
        Random random = new Random(SEED);
        try (StringSerializer keys = new StringSerializer()) {
            for (int i = 0; i < 20_000; i++) {
                String indicator = "indicator-" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
                int partitions = 1 + random.nextInt(100);
                assertThat(Partitions.of(indicator, partitions))
                        .as("seed %d: %s", SEED, indicator)
                        .isEqualTo(BuiltInPartitioner.partitionForKey(
                                keys.serialize("indicators", indicator), partitions));
            }
        }
    }

    // Figures of Kafka's own test of murmur2: the partition of an indicator must never change.
    @ParameterizedTest
    @CsvSource({"21, -973932308", "foobar, -790332482", "a-little-bit-long-string, -985981536", "abc, 479470107"})
    void putsAnIndicatorWhereItHasAlwaysBeen(String indicator, int murmur2) {
        assertThat(Partitions.of(indicator, 12)).isEqualTo((murmur2 & Integer.MAX_VALUE) % 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy-activity", "policy-activity.funding", "policy-stance.support"})
    void putsWhatIsCountedFromPoliciesWhereThePoliciesAre(String indicator) {
        assertThat(Partitions.isDerived(indicator)).isTrue();
        assertThat(Partitions.of(indicator, 12)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy-activity-index", "policy-stance", "policy", "rd-intensity"})
    void takesNothingElseForACount(String indicator) {
        assertThat(Partitions.isDerived(indicator)).isFalse();
        assertThat(Partitions.of(indicator, 12))
                .isEqualTo(BuiltInPartitioner.partitionForKey(indicator.getBytes(UTF_8), 12));
    }
}
