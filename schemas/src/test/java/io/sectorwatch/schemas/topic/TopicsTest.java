package io.sectorwatch.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sectorwatch.schemas.topic.Topics.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

    @Test
    void areThoseOfTheContract() {
        assertThat(topics.all(12, List.of("semiconductors", "economy", "economy")))
                .extracting(Spec::name)
                .containsExactly(
                        "sectorwatch.indicators",
                        "sectorwatch.policies",
                        "sectorwatch.rules",
                        "sectorwatch.alerts",
                        "sectorwatch.alerts.sector.economy",
                        "sectorwatch.alerts.sector.semiconductors",
                        "sectorwatch.alerts.open",
                        "sectorwatch.scorecards",
                        "sectorwatch.dead-letters",
                        "sectorwatch.undelivered")
                .allSatisfy(name -> Topic.validate(name));
    }

    @Test
    void ofSectorsTellWhichOne() {
        assertThat(topics.sectorOf(topics.alerts("energy"))).contains("energy");
        assertThat(topics.sectorOf(topics.openAlerts())).isEmpty();
        assertThat(topics.sectorOf(new Topics("sectorwatch.replay.a.").alerts("energy")))
                .isEmpty();
    }

    @Test
    void shareTheirPrefix() {
        assertThat(new Topics("replay-7.").all(1, Topics.DEFAULT_SECTORS))
                .allSatisfy(topic -> assertThat(topic.name()).startsWith("replay-7."));
    }

    @Test
    void keepFactsForEverHoweverOldTheirTimestampsAre() {
        for (Spec topic : topics.all(12, Topics.DEFAULT_SECTORS)) {
            assertThat(topic.configs())
                    .as(topic.name())
                    .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime")
                    .containsEntry(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Long.MAX_VALUE))
                    .satisfiesAnyOf(
                            configs -> assertThat(configs)
                                    .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "delete")
                                    .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "-1")
                                    .containsEntry(TopicConfig.RETENTION_BYTES_CONFIG, "-1"),
                            configs -> assertThat(configs).containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
        }
    }

    @Test
    void compactOnlyWhatHasALatestState() {
        assertThat(topics.all(12, Topics.DEFAULT_SECTORS))
                .filteredOn(topic -> "compact".equals(topic.configs().get(TopicConfig.CLEANUP_POLICY_CONFIG)))
                .extracting(Spec::name)
                .containsExactly(topics.openAlerts(), topics.scorecards());
    }

    @Test
    void haveThePartitionsOfTheIndicatorsButWhereOrderNeedsOne() {
        Map<String, Integer> partitions = new HashMap<>();
        topics.all(12, List.of("economy")).forEach(topic -> partitions.put(topic.name(), topic.partitions()));
        assertThat(partitions)
                .containsEntry(topics.indicators(), 12)
                .containsEntry(topics.rules(), 12)
                .containsEntry(topics.alerts(), 12)
                .containsEntry(topics.alerts("economy"), 12)
                .containsEntry(topics.policies(), 1)
                .containsEntry(topics.deadLetters(), 1)
                .containsEntry(topics.undelivered(), 1);
    }

    @Test
    void refuseASectorThatIsNotACode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topics.all(12, List.of("Electric Vehicles")))
                .withMessageContaining("sector 'Electric Vehicles' is not a code");
    }
}
