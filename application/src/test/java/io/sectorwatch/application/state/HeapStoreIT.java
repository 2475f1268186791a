package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the heap store takes for granted of Kafka Streams, as far as it takes a broker to see it. Where one of these fails
 * after a new version, the store is not safe with it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class HeapStoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final Duration ONLY_WHEN_ASKED = Duration.ofMinutes(5);
    // A broker allows none that is shorter. A thread that fails does not leave its group: the next one waits until it
    // is
    // thought to be dead.
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(6);
    // A busy machine must not make one lose its tasks where none fails.
    private static final Duration LONG_SESSION = Duration.ofSeconds(45);

    private Path directory = Path.of("");
    private RealBroker broker;
    private int number;
    private final List<CountingApp> started = new ArrayList<>();

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        broker = new RealBroker(directory);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @AfterEach
    void stopInstances() {
        started.forEach(CountingApp::close);
        started.clear();
    }

    @Test
    void aRestartGoesOnFromTheChangelog(TestInfo test) throws ExecutionException, InterruptedException {
        Topics topics = topics(test, 1);
        CountingApp first = start(topics, AT_ONCE, 0);
        publish(topics, 0, "a", "b", "a");
        awaitOutput(topics, "a 1", "b 1", "a 2");
        first.close();

        start(topics, AT_ONCE, 0);
        publish(topics, 0, "a", "b");

        awaitOutput(topics, "a 1", "b 1", "a 2", "a 3", "b 2");
    }

    @Test
    void aStandbyTakesOverWithWhatItHasRead(TestInfo test) throws ExecutionException, InterruptedException {
        Topics topics = topics(test, 1);
        CountingApp active = start(topics, AT_ONCE, 1);
        publish(topics, 0, "a", "b", "a");
        awaitOutput(topics, "a 1", "b 1", "a 2");
        CountingApp standby = start(topics, AT_ONCE, 1);
        awaitStore(standby, Map.of("a", 2, "b", 1));
        publish(topics, 0, "b");
        awaitOutput(topics, "a 1", "b 1", "a 2", "b 2");
        awaitStore(standby, Map.of("a", 2, "b", 2));

        active.close();
        publish(topics, 0, "a", "b");

        awaitOutput(topics, "a 1", "b 1", "a 2", "b 2", "a 3", "b 3");
        assertThat(standby.stores())
                .as(look("ProcessorStateManager.registerStateStores")
                        + "; a standby's store has to become that of the processor, without a new one")
                .hasSize(1);
    }

    @Test
    void aStoreThatBecomesAStandbyGoesOnWithWhatOthersWrote(TestInfo test)
            throws ExecutionException, InterruptedException {
        Topics topics = topics(test, 2);
        CountingApp first = start(topics, AT_ONCE, 1);
        publish(topics, 0, "a");
        publish(topics, 1, "b");
        awaitOutput(topics, "a 1", "b 1");
        CountingApp second = start(topics, AT_ONCE, 1);
        await().atMost(PATIENCE)
                .until(() -> first.active().size() == 1 && second.active().size() == 1);
        publish(topics, 0, "a");
        publish(topics, 1, "b");
        awaitOutput(topics, "a 1", "b 1", "a 2", "b 2");

        second.close();
        publish(topics, 0, "a");
        publish(topics, 1, "b");

        awaitOutput(topics, "a 1", "b 1", "a 2", "b 2", "a 3", "b 3");
        assertThat(first.stores())
                .as(look("ProcessorStateManager.recycle")
                        + "; a store may be the processor's, then a standby's, then the processor's again")
                .anyMatch(Counts::cameBack);
    }

    @Test
    void whatWasNotCommittedIsForgotten(TestInfo test) throws ExecutionException, InterruptedException {
        Topics topics = topics(test, 1);
        CountingApp app = start(topics, ONLY_WHEN_ASKED, 0);
        publish(topics, 0, "a", "a", CountingApp.COMMIT);
        awaitOutput(topics, "a 1", "a 2");

        app.failOnce();
        publish(topics, 0, "a", "b", CountingApp.FAIL, CountingApp.COMMIT);

        awaitOutput(topics, "a 1", "a 2", "a 3", "b 1");
        assertThat(values(topics.changelog()))
                .as(look("StreamTask.prepareCommit")
                        + "; a task that fails must not flush, and its store has to begin with the last commit")
                .containsExactly("2", "3", "1");
    }

    @Test
    void whatWasLoggedInATransactionThatIsAbortedIsForgotten(TestInfo test)
            throws ExecutionException, InterruptedException {
        Topics topics = topics(test, 1);
        CountingApp app = start(topics, ONLY_WHEN_ASKED, 0);
        publish(topics, 0, "a", "a", CountingApp.COMMIT);
        awaitOutput(topics, "a 1", "a 2");

        app.failAtCommitOnce();
        publish(topics, 0, "a", "b", CountingApp.COMMIT);
        await().atMost(PATIENCE).until(() -> app.stores().size() > 1);
        publish(topics, 0, CountingApp.COMMIT);

        awaitOutput(topics, "a 1", "a 2", "a 3", "b 1");
        assertThat(values(topics.changelog()))
                .as(look("RecordCollectorImpl.send", "StoreChangelogReader")
                        + "; the log has to be written in the transaction of the output, and read as committed")
                .containsExactly("2", "3", "1");
    }

    private CountingApp start(Topics topics, Duration commitInterval, int standbys) {
        Map<String, Object> config = new HashMap<>(broker.server().clientConfig());
        config.put("application.id", topics.application());
        config.put("state.dir", directory.resolve("instance-" + ++number).toString());
        config.put("processing.guarantee", "exactly_once_v2");
        config.put("commit.interval.ms", commitInterval.toMillis());
        config.put(
                "producer.transaction.timeout.ms",
                Math.toIntExact(commitInterval.plusMinutes(1).toMillis()));
        config.put("num.standby.replicas", standbys);
        config.put("consumer.auto.offset.reset", "earliest");
        config.put("consumer.heartbeat.interval.ms", 500);
        config.put(
                "consumer.session.timeout.ms",
                Math.toIntExact((standbys > 0 ? LONG_SESSION : SHORTEST_SESSION).toMillis()));
        CountingApp app = new CountingApp(config, topics.input(), topics.output());
        started.add(app);
        return app;
    }

    private void publish(Topics topics, int partition, String... words)
            throws ExecutionException, InterruptedException {
        broker.send(Arrays.stream(words)
                .map(word -> new ProducerRecord<>(topics.input(), partition, new byte[0], word.getBytes(UTF_8)))
                .toList());
    }

    /** Waits for some output, and for no other. */
    private void awaitOutput(Topics topics, String... counted) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(values(topics.output())).containsExactlyInAnyOrder(counted));
    }

    private static void awaitStore(CountingApp app, Map<String, Integer> counts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(app.stores())
                        .as(look("StandbyTask", "DefaultStateUpdater"))
                        .singleElement()
                        .satisfies(store -> assertThat(store.all()).isEqualTo(counts)));
    }

    private List<String> values(String topic) {
        return broker.values(topic).stream()
                .map(value -> new String(value, UTF_8))
                .toList();
    }

    private static String look(String... places) {
        return "HeapStore rests on Kafka Streams, here of version " + AppInfoParser.getVersion() + "; look at "
                + String.join(" and ", places);
    }

    private Topics topics(TestInfo test, int partitions) throws ExecutionException, InterruptedException {
        String name = test.getTestMethod().orElseThrow().getName();
        Topics topics = new Topics(name, name + "-input", name + "-output");
        try (Admin admin = broker.server().admin()) {
            admin.createTopics(List.of(
                            new NewTopic(topics.input(), Optional.of(partitions), Optional.empty()),
                            new NewTopic(topics.output(), Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        }
        return topics;
    }

    private record Topics(String application, String input, String output) {
        String changelog() {
            return application + '-' + Counts.NAME + "-changelog";
        }
    }
}
