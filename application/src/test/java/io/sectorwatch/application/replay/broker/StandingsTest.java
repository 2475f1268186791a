package io.sectorwatch.application.replay.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final Topics TOPICS = new Topics("t.");
    private static final int PARTITIONS = 4;
    private static final RuleEvent RULE = new RuleEvent(
            Instant.parse("2024-03-03T12:00:00Z"),
            "r",
            Rules.of("{id: r, series: {indicator: x}, when: {value: {atLeast: 2}}}")
                    .get(0));
    // In the partition where policies are counted.
    private static final String BESIDE_POLICIES = indicatorIn(0);
    private static final String ELSEWHERE = indicatorIn(1);

    private final Standings standings = new Standings(TOPICS, capture(), List.of(RULE));
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    @Test
    void eachPartitionInTheOrderOfKnowledgeIsReadWhereItIs() {
        policy("2024-01-02");
        figure(ELSEWHERE, "AAA", "2022", "2024-03-01");
        figure(ELSEWHERE, "BBB", "2022", "2024-03-01");
        figure(ELSEWHERE, "AAA", "2023", "2024-03-01");
        figure(BESIDE_POLICIES, "AAA", "2023", "2024-01-01");
        tickEverywhere("2024-03-02");

        assertThat(standings.allInOrder()).isTrue();
        assertThat(standings.with(new HistoryTally.Told(0, 0, 0, 1, "")))
                .isEqualTo(new HistoryTally.Told(4, 1, 1, 1, ""));
    }

    @Test
    void whatCameLateMustBeSorted() {
        figure(ELSEWHERE, "AAA", "2023", "2024-03-02");
        figure(ELSEWHERE, "AAA", "2022", "2024-03-01");

        assertThat(standings.inOrder()).isFalse();
    }

    @Test
    void ofOneMomentTheEarlierPeriodComesFirst() {
        figure(ELSEWHERE, "AAA", "2023", "2024-03-01");
        figure(ELSEWHERE, "AAA", "2022", "2024-03-01");

        assertThat(standings.inOrder()).isFalse();
    }

    @Test
    void aFactThatIsToldAgainIsCountedOnce() {
        figure(ELSEWHERE, "AAA", "2022", "2024-03-01");
        figure(ELSEWHERE, "AAA", "2022", "2024-03-01");
        figure(ELSEWHERE, "AAA", "2023", "2024-03-01");
        Message known = observation(ELSEWHERE, "AAA", "2022", "2024-03-01");
        standings.add(new TopicPartition(TOPICS.indicators(), 1), 0, known);

        assertThat(standings.allInOrder()).isTrue();
        assertThat(standings.with(new HistoryTally.Told(0, 0, 0, 0, "")).observations())
                .isEqualTo(2);
    }

    @Test
    void anIndicatorInAnotherPartitionThanItsOwnMustBeSorted() {
        add(TOPICS.indicators(), 2, observation(ELSEWHERE, "AAA", "2022", "2024-03-01"));

        assertThat(standings.inOrder()).isFalse();
    }

    @Test
    void nothingMayHappenAtTheMomentOfAPolicyBesideIt() {
        policy("2024-03-01");
        figure(ELSEWHERE, "AAA", "2022", "2024-03-01");
        assertThat(standings.inOrder()).isTrue();

        figure(BESIDE_POLICIES, "AAA", "2022", "2024-03-01");

        assertThat(standings.inOrder()).isFalse();
    }

    @Test
    void nothingMayHappenAtTheMomentOfARule() {
        add(TOPICS.indicators(), 1, observation(ELSEWHERE, "AAA", "2022", "2024-03-03T12"));

        assertThat(standings.inOrder()).isFalse();
    }

    @Test
    void aTickThatIsNotEverywhereMustBe() {
        add(TOPICS.indicators(), 0, tick("2024-03-01"));

        assertThat(standings.inOrder()).isTrue();
        assertThat(standings.allInOrder()).isFalse();
    }

    private void figure(String indicator, String area, String period, String day) {
        add(TOPICS.indicators(), Partitions.of(indicator, PARTITIONS), observation(indicator, area, period, day));
    }

    private void policy(String day) {
        String json = "{\"id\":\"p\",\"title\":\"t\",\"area\":\"AAA\",\"kind\":\"funding\",\"stance\":\"support\","
                + "\"occurred\":\"2023\",\"published\":\"" + day + "T00:00:00Z\",\"source\":{\"id\":\"s\"}}";
        add(TOPICS.policies(), 0, new PolicyCodec().read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private void tickEverywhere(String day) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            add(TOPICS.indicators(), partition, tick(day));
        }
    }

    private void add(String topic, int partition, Message fact) {
        TopicPartition where = new TopicPartition(topic, partition);
        standings.add(where, ends.merge(where, 1L, Long::sum) - 1, fact);
    }

    private static Message observation(String indicator, String area, String period, String moment) {
        return read("{\"indicator\":\"" + indicator + "\",\"area\":\"" + area + "\",\"period\":\"" + period
                + "\",\"value\":1,\"published\":\"" + moment + (moment.length() > 10 ? "" : "T00")
                + ":00:00Z\",\"source\":{\"id\":\"s\"}}");
    }

    private static Message tick(String day) {
        return read("{\"tick\":\"" + day + "T00:00:00Z\"}");
    }

    private static Message read(String json) {
        return new IndicatorCodec().read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String indicatorIn(int partition) {
        for (char letter = 'a'; ; letter++) {
            String indicator = String.valueOf(letter);
            if (Partitions.of(indicator, PARTITIONS) == partition) {
                return indicator;
            }
        }
    }

    private static Capture capture() {
        List<Manifest.Offsets> offsets = new ArrayList<>();
        offsets.add(new Manifest.Offsets(TOPICS.policies(), 0, 0, 100));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            offsets.add(new Manifest.Offsets(TOPICS.indicators(), partition, 0, 100));
        }
        return new Capture(offsets);
    }
}
