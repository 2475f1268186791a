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
import org.junit.jupiter.params.provider.ValueSource;

/** What a broker forgets or loses: nothing is told twice, and nothing is lost without a word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class ForgettingBroker {
    private static final String LOW = "{id: reached, series: {indicator: '*'}, when: {value: {atLeast: 2.6}}}";
    private static final String HIGH = "{id: reached, series: {indicator: '*'}, when: {value: {atLeast: 2.8}}}";
    private static final String BUSY = "{id: busy, series: {indicator: policy-activity}, when: {value: {atLeast: 1}}}";
    private static final String POLICY =
            Bench.json("'id':'p','title':'t','area':'CHN','kind':'funding','stance':'support',"
                    + "'occurred':'2024','published':'2024-02-02T00:00:00Z','source':{'id':'s'}");

    private Path directory = Path.of("");
    private RealBroker broker;
    private @Nullable Bench bench;

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

    @Test
    void forgottenOffsetsHaveNothingDecidedAgain() throws Exception {
        Bench bench = bench("offsets.", 1);
        bench.process();
        bench.rule(LOW, Instant.EPOCH);
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7");
        bench.rule(HIGH, Instant.parse("2024-06-01T00:00:00Z"));
        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7", "CLEARED x/CHN/economy/A 2.7");
        bench.stop();
        bench.forget();

        bench.process();
        bench.publish(Bench.figure("x", "USA", "3", "2024-07-01T00:00:00Z"));

        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7", "CLEARED x/CHN/economy/A 2.7", "RAISED x/USA/economy/A 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policies", "rules", "indicators"})
    void forgottenOffsetsOfOneTopicHaveNothingDecidedAgain(String name) throws Exception {
        Bench bench = decided("offsets-of-" + name + ".");

        bench.forget(bench.topics.prefix() + name);
        assertNothingAgain(bench);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policies", "rules", "indicators"})
    void offsetsBeyondTheEndHaveNothingDecidedAgainAndNothingPassedOver(String name) throws Exception {
        Bench bench = decided("offsets-beyond-" + name + ".");

        bench.commit(bench.topics.prefix() + name, 1_000);
        assertNothingAgain(bench);
    }

    private Bench decided(String prefix) throws Exception {
        Bench bench = bench(prefix, 1);
        bench.process();
        bench.rule(LOW, Instant.EPOCH);
        bench.rule(BUSY, Instant.EPOCH);
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.send(bench.topics.policies(), 0, "p", POLICY);
        bench.awaitAlertsInAnyOrder("RAISED x/CHN/economy/A 2.7", "RAISED policy-activity/CHN/economy/A 1");
        bench.stop();
        return bench;
    }

    private static void assertNothingAgain(Bench bench) throws Exception {
        bench.process();
        bench.publish(Bench.figure("x", "USA", "3", "2024-07-01T00:00:00Z"));
        bench.send(
                bench.topics.policies(),
                0,
                "q",
                POLICY.replace("\"p\"", "\"q\"").replace("CHN", "USA").replace("02-02", "07-02"));
        bench.awaitAlertsInAnyOrder(
                "RAISED x/CHN/economy/A 2.7",
                "RAISED policy-activity/CHN/economy/A 1",
                "RAISED x/USA/economy/A 3",
                "RAISED policy-activity/USA/economy/A 1");
        bench.rule(HIGH, Instant.parse("2024-08-01T00:00:00Z"));

        bench.awaitAlertsInAnyOrder(
                "RAISED x/CHN/economy/A 2.7",
                "RAISED policy-activity/CHN/economy/A 1",
                "RAISED x/USA/economy/A 3",
                "RAISED policy-activity/USA/economy/A 1",
                "CLEARED x/CHN/economy/A 2.7",
                "UPDATED x/USA/economy/A 3");
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

        StateRebuild rebuild = rebuild(bench);
        assertThatThrownBy(rebuild::requireNotNeeded)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining(Bench.documented("what was kept of the decisions is gone"))
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

        StateRebuild rebuild = rebuild(bench);
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

        rebuild(bench).requireNotNeeded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"policies", "rules"})
    void aMemberThatFailedSinceATopicWasMissingComesBackWithIt(String name) throws Exception {
        Bench bench = bench("deleted-" + name + ".", 1);
        ProcessorApp first = bench.process("one");
        bench.rule(LOW, Instant.EPOCH);
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7");
        bench.delete(bench.topics.prefix() + name);
        assertThatThrownBy(first::awaitEnd).hasMessageContaining("topic");
        bench.stop();

        bench.setUp();
        bench.process("one");
        bench.publish(Bench.figure("x", "CHN", "2.5", "2024-03-01T00:00:00Z"));

        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7", "RETRACTED x/CHN/economy/A 2.5");
    }

    @Test
    void aTopicThatWasMadeAnewWithOtherPartitionsStopsItWithAWord() throws Exception {
        Bench bench = decided("other-partitions.");
        bench.delete(bench.topics.indicators());
        try (Admin admin = broker.server().admin()) {
            admin.createTopics(List.of(new NewTopic(bench.topics.indicators(), 2, (short) 1)))
                    .all()
                    .get();
        }

        ProcessorApp app = bench.process();

        assertThatThrownBy(app::awaitEnd).hasMessageContaining(Bench.documented("has invalid partitions"));
        assertThat(bench.alerts()).hasSize(2);
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

    private static StateRebuild rebuild(Bench bench) {
        return new StateRebuild(bench.server(), bench.topics, bench.application());
    }

    private Bench bench(String prefix, int partitions) {
        Bench made = new Bench(broker, directory, prefix, partitions);
        bench = made;
        return made;
    }
}
