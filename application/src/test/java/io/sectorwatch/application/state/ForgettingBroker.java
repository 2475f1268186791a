package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.processor.topology.ProcessorApp;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.topic.Partitions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a broker forgets or loses: nothing is told twice, and nothing is lost without a word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class ForgettingBroker {
    private static final String LOW = "{id: reached, series: {indicator: '*'}, when: {value: {atLeast: 2.6}}}";

    private Path directory = Path.of("");
    private RealBroker broker;
    private @Nullable Bench bench;
    private Map<String, List<String>> undisturbed = Map.of();

    /** Starts the broker. */
    abstract RealBroker broker(Path directory) throws IOException;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        broker = broker(directory);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @AfterEach
    void stopInstances() {
        if (bench != null) {
            bench.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverHappensTheSameFactsGiveTheSameAlertsByteForByte(Disturbance disturbance) throws Exception {
        Bench bench = bench(disturbance + ".", Story.PARTITIONS);

        Story.begin(bench);
        disturbance.happen(bench);
        bench.setUp();
        bench.process("one");
        Story.end(bench);

        assertThat(bench.told()).isEqualTo(undisturbed());
    }

    private Map<String, List<String>> undisturbed() throws Exception {
        if (undisturbed.isEmpty()) {
            try (Bench bench = new Bench(broker, directory, "undisturbed.", Story.PARTITIONS)) {
                undisturbed = Story.undisturbed(bench);
            }
        }
        return undisturbed;
    }

    @Test
    void withoutWhatItKeptItDoesNotStartAndThatCanBeMadeAgain() throws Exception {
        Bench bench = bench("changelog.", 1);
        bench.process();
        bench.rule(LOW, Instant.EPOCH);
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7");
        bench.stop();
        bench.delete(bench.changelog());

        StateRebuild rebuild = bench.rebuild();
        assertThatThrownBy(rebuild::requireNotNeeded)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("what was kept of the decisions is gone")
                .hasMessageContaining(bench.changelog() + " is not there")
                .hasMessageContaining("--rebuild-state");
        assertThat(rebuild.run()).isEqualTo(1);
        assertThat(rebuild.run()).isZero();
        rebuild.requireNotNeeded();
        bench.process();
        bench.publish(Bench.figure("x", "CHN", "2.5", "2024-03-01T00:00:00Z"));

        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7", "RETRACTED x/CHN/economy/A 2.5");
    }

    @Test
    void aPartOfWhatItKeptIsMissedTooAndThatAloneIsMadeAgain() throws Exception {
        Bench bench = bench("changelog-in-part.", 3);
        String other = "abcdef"
                .chars()
                .mapToObj(Character::toString)
                .filter(indicator -> Partitions.of(indicator, 3) != Partitions.of("x", 3))
                .findFirst()
                .orElseThrow();
        bench.process();
        bench.rule(LOW, Instant.EPOCH);
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7");
        bench.publish(Bench.figure(other, "CHN", "2.7", "2024-02-01T00:00:00Z"));
        await().atMost(Bench.PATIENCE).until(() -> bench.alerts().size() == 2);
        bench.stop();
        int lost = Partitions.of("x", 3);
        bench.empty(new TopicPartition(bench.changelog(), lost));

        StateRebuild rebuild = bench.rebuild();
        assertThatThrownBy(rebuild::requireNotNeeded)
                .hasMessageContaining(bench.changelog() + " is empty in partition " + lost);
        assertThat(rebuild.run()).isEqualTo(1);
        bench.process();
        bench.publish(Bench.figure("x", "CHN", "2.5", "2024-03-01T00:00:00Z"));
        bench.publish(Bench.figure(other, "CHN", "2.5", "2024-03-01T00:00:00Z"));

        bench.awaitAlertsInAnyOrder(
                "RAISED x/CHN/economy/A 2.7",
                "RAISED " + other + "/CHN/economy/A 2.7",
                "RETRACTED x/CHN/economy/A 2.5",
                "RETRACTED " + other + "/CHN/economy/A 2.5");
    }

    @Test
    void cardsAreWholeThoughWhatWasKeptOfThemIsGone() throws Exception {
        Bench bench = bench("cards.", 1);
        bench.process();
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.publish(Bench.figure("y", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        await().atMost(Bench.PATIENCE).until(() -> indicatorsOnCard(bench).contains("y"));
        bench.stop();
        bench.delete(bench.application() + "-sector-slices-changelog");

        bench.process();
        bench.publish(Bench.figure("x", "CHN", "2.5", "2024-03-01T00:00:00Z"));

        await().atMost(Bench.PATIENCE)
                .untilAsserted(() -> assertThat(indicatorsOnCard(bench)).containsExactly("x", "y"));
        assertThat(bench.letters()).isEmpty();
    }

    @Test
    void stateThatOnlyRefusedRecordsHaveMadeIsNotMissed() throws Exception {
        Bench bench = bench("refused.", 1);
        bench.process();
        bench.send(0, "x", "no JSON");
        await().atMost(Bench.PATIENCE)
                .until(() -> bench.letters().size() == 1 && bench.committed(bench.topics.indicators()) > 0);
        bench.stop();

        bench.rebuild().requireNotNeeded();
    }

    @Test
    void aTopicThatWasMadeAnewWithOtherPartitionsStopsItWithAWord() throws Exception {
        Bench bench = bench("other-partitions.", 1);
        bench.process();
        bench.rule(LOW, Instant.EPOCH);
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7");
        bench.stop();
        bench.delete(bench.topics.indicators());
        try (Admin admin = broker.server().admin()) {
            admin.createTopics(List.of(new NewTopic(bench.topics.indicators(), 2, (short) 1)))
                    .all()
                    .get();
        }

        ProcessorApp app = bench.process();

        assertThatThrownBy(app::awaitEnd).hasMessageContaining("has invalid partitions");
        assertThat(bench.alerts()).hasSize(1);
    }

    private static List<String> indicatorsOnCard(Bench bench) {
        Map<String, byte[]> newest = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : bench.records(bench.topics.scorecards())) {
            newest.put(new String(record.key(), UTF_8), record.value());
        }
        byte[] card = newest.get("CHN/economy");
        return card == null
                ? List.of()
                : new ScorecardCodec()
                        .read(card).indicators().stream()
                                .map(line -> line.indicator())
                                .toList();
    }

    private Bench bench(String prefix, int partitions) {
        Bench made = new Bench(broker, directory, prefix, partitions);
        bench = made;
        return made;
    }
}
