package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.deadletters.DeadLetters;
import io.sectorwatch.application.deadletters.LetterChoice;
import io.sectorwatch.application.deadletters.Redrive;
import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.ingest.publish.FactRecords;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.ProcessorApp;
import io.sectorwatch.processor.topology.ProcessorSettings;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients send that should not, and what a broker forgets: nothing is told twice, and nothing is lost without a word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class ForgettingBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path OPERATION = Path.of("../docs/operation.md");
    private static final String LOW = "{id: reached, series: {indicator: '*'}, when: {value: {atLeast: 2.6}}}";
    private static final String HIGH = "{id: reached, series: {indicator: '*'}, when: {value: {atLeast: 2.8}}}";

    private final List<ProcessorApp> started = new ArrayList<>();
    private Path directory = Path.of("");
    private RealBroker broker;

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
        started.forEach(ProcessorApp::close);
        started.clear();
    }

    @Test
    void forgottenOffsetsHaveNothingDecidedAgain() throws ExecutionException, InterruptedException {
        Topics topics = topics("offsets.", 1);
        ProcessorApp first = process(topics);
        rule(topics, 1, LOW, Instant.EPOCH);
        publish(topics, 1, figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7");
        rule(topics, 1, HIGH, Instant.parse("2024-06-01T00:00:00Z"));
        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7", "CLEARED x/CHN/economy/A 2.7");
        first.close();
        started.clear();
        forget(topics);

        process(topics);
        publish(topics, 1, figure("x", "USA", "3", "2024-07-01T00:00:00Z"));

        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7", "CLEARED x/CHN/economy/A 2.7", "RAISED x/USA/economy/A 3");
    }

    @Test
    void withoutWhatItKeptItDoesNotStartAndThatCanBeMadeAgain() throws ExecutionException, InterruptedException {
        Topics topics = topics("changelog.", 1);
        ProcessorApp first = process(topics);
        rule(topics, 1, LOW, Instant.EPOCH);
        publish(topics, 1, figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7");
        first.close();
        started.clear();
        String changelog = application(topics) + "-decisions-changelog";
        delete(changelog);

        StateRebuild rebuild = new StateRebuild(broker.server(), topics, application(topics));
        assertThatThrownBy(rebuild::requireNotNeeded)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining(documented("what was kept of the decisions is gone"))
                .hasMessageContaining(changelog + " is not there")
                .hasMessageContaining("--rebuild-state");
        assertThat(rebuild.run()).isEqualTo(1);
        assertThat(rebuild.run()).isZero();
        rebuild.requireNotNeeded();
        process(topics);
        publish(topics, 1, figure("x", "CHN", "2.5", "2024-03-01T00:00:00Z"));

        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7", "RETRACTED x/CHN/economy/A 2.5");
    }

    @Test
    void stateThatOnlyRefusedRecordsHaveMadeIsNotMissed() throws ExecutionException, InterruptedException {
        Topics topics = topics("refused.", 1);
        ProcessorApp first = process(topics);
        send(topics, 0, "x", "no JSON");
        await().atMost(PATIENCE).until(() -> letters(topics).size() == 1 && committed(topics) > 0);
        first.close();
        started.clear();

        new StateRebuild(broker.server(), topics, application(topics)).requireNotNeeded();
    }

    @Test
    void whatIsStillToComeWaitsAmongTheDeadLetters() throws ExecutionException, InterruptedException {
        Topics topics = topics("ahead.", 1);
        process(topics);
        rule(topics, 1, LOW, Instant.EPOCH);
        Instant ahead = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        send(topics, 0, "x", figure("x", "CHN", "2.7", ahead.toString()));
        send(topics, 0, null, "{\"tick\":\"" + ahead + "\"}");
        send(topics, 0, "x", figure("x", "USA", "2.7", "2024-02-01T00:00:00Z"));

        awaitAlerts(topics, "RAISED x/USA/economy/A 2.7");
        assertThat(letters(topics))
                .hasSize(2)
                .allMatch(reason -> reason.startsWith("it says that it is known at " + ahead)
                        && reason.contains(documented("more than an hour after its record's own time")));
        Redrive.Outcome outcome = new Redrive(broker.server(), topics).run(new LetterChoice.All(), left -> {});
        assertThat(outcome.redriven()).isZero();
        assertThat(outcome.refused()).isEqualTo(2);
    }

    @Test
    void aFigureInAnotherPartitionIsRefusedAndRedrivenToItsOwn() throws ExecutionException, InterruptedException {
        Topics topics = topics("misplaced.", 3);
        process(topics);
        rule(topics, 3, LOW, Instant.EPOCH);
        int home = Partitions.of("x", 3);
        int elsewhere = (home + 1) % 3;
        send(topics, elsewhere, "x", figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        send(topics, home, null, figure("x", "USA", "2.7", "2024-03-01T00:00:00Z"));

        awaitAlerts(topics, "RAISED x/USA/economy/A 2.7");
        await().atMost(PATIENCE).until(() -> letters(topics).size() == 1);
        assertThat(letters(topics).get(0))
                .contains("partition " + elsewhere)
                .contains("belong in " + home + " of 3")
                .contains("partitioner=murmur2_random")
                .contains(documented("its producer places keys otherwise"));
        Redrive.Outcome outcome = new Redrive(broker.server(), topics).run(new LetterChoice.All(), left -> {});
        assertThat(outcome.redriven()).isEqualTo(1);
        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7", "RAISED x/USA/economy/A 2.7");
    }

    @Test
    void aMemberThatFailedSinceATopicWasMissingComesBackWithIt() throws ExecutionException, InterruptedException {
        Topics topics = topics("deleted.", 1);
        ProcessorApp first = process(topics, "one");
        rule(topics, 1, LOW, Instant.EPOCH);
        publish(topics, 1, figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7");
        delete(topics.policies());
        assertThatThrownBy(first::awaitEnd).hasMessageContaining("topic");
        first.close();
        started.clear();

        setUp(topics, 1);
        process(topics, "one");
        publish(topics, 1, figure("x", "CHN", "2.5", "2024-03-01T00:00:00Z"));

        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7", "RETRACTED x/CHN/economy/A 2.5");
    }

    @Test
    void whatCannotBeReadIsToldInWordsThatTheDocumentsExplain() throws ExecutionException, InterruptedException {
        Topics topics = topics("unreadable.", 1);
        process(topics);
        send(topics, 0, "x", figure("x", "CHN", "1e99999999999999999999", "2024-02-01T00:00:00Z"));
        send(topics, 0, "x", "\0\0\0\0\1" + figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        send(topics, 0, "x", figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z") + " ".repeat(300_000));

        await().atMost(PATIENCE).until(() -> letters(topics).size() == 3);
        assertThat(letters(topics))
                .satisfiesExactly(
                        reason -> assertThat(reason)
                                .contains(documented("the number has more than 34 digits or an exponent beyond 60")),
                        reason -> assertThat(reason).contains(documented("it begins with a zero byte")),
                        reason -> assertThat(reason).startsWith(documented("too large:")));
    }

    private static String documented(String words) {
        assertThat(OPERATION).content().contains("`" + words + "`");
        return words;
    }

    private static String figure(String indicator, String area, String value, String published) {
        return ("{'indicator':'" + indicator + "','area':'" + area + "','period':'2023','value':" + value
                        + ",'published':'" + published + "','source':{'id':'s'}}")
                .replace('\'', '"');
    }

    private Topics topics(String prefix, int partitions) {
        Topics topics = new Topics(prefix);
        setUp(topics, partitions);
        return topics;
    }

    private void setUp(Topics topics, int partitions) {
        try (Admin admin = broker.server().admin()) {
            new TopicSetup(admin).apply(topics.all(partitions, List.of()));
        }
    }

    private static String application(Topics topics) {
        return topics.prefix() + "application";
    }

    private ProcessorApp process(Topics topics) {
        return process(topics, null);
    }

    private ProcessorApp process(Topics topics, @Nullable String instance) {
        ProcessorApp app = new ProcessorApp(new ProcessorSettings(
                broker.server().clientConfig(),
                topics,
                FactsAndRules.apart(topics),
                List.of(),
                directory.resolve(topics.prefix() + "state"),
                application(topics),
                instance,
                1,
                ProcessorSettings.SOON));
        started.add(app);
        app.start();
        return app;
    }

    private void rule(Topics topics, int partitions, String rule, Instant at)
            throws ExecutionException, InterruptedException {
        broker.send(RulePublisher.records(Rules.of(rule), topics, partitions, at));
    }

    private void publish(Topics topics, int partitions, String figure) throws ExecutionException, InterruptedException {
        broker.send(new FactRecords(topics, partitions, 1).of(new IndicatorCodec().read(figure.getBytes(UTF_8))));
    }

    private void send(Topics topics, int partition, @Nullable String key, String value)
            throws ExecutionException, InterruptedException {
        broker.send(List.of(new ProducerRecord<>(
                topics.indicators(), partition, key == null ? null : key.getBytes(UTF_8), value.getBytes(UTF_8))));
    }

    private void forget(Topics topics) {
        try (Admin admin = broker.server().admin()) {
            // The last member's leaving may still be under way.
            await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof GroupNotEmptyException)
                    .until(() -> admin.deleteConsumerGroups(List.of(application(topics)))
                                    .all()
                                    .get()
                            == null);
        }
    }

    private void delete(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = broker.server().admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            // The controller has done it; what the broker answers with follows a moment later.
            await().until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }

    private long committed(Topics topics) {
        try (Admin admin = broker.server().admin()) {
            return new Offsets(admin)
                    .committed(application(topics))
                    .getOrDefault(new TopicPartition(topics.indicators(), 0), 0L);
        }
    }

    private List<String> letters(Topics topics) {
        List<String> reasons = new ArrayList<>();
        new DeadLetters(broker.server(), topics).list((letter, redriven) -> reasons.add(letter.reason()));
        return reasons;
    }

    /** Waits for these alerts, and for no others. */
    private void awaitAlerts(Topics topics, String... alerts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts(topics)).containsExactly(alerts));
    }

    private List<String> alerts(Topics topics) {
        TransitionCodec codec = new TransitionCodec();
        return broker.values(topics.alerts()).stream()
                .map(codec::read)
                .map(alert -> alert.transition() + " " + alert.series() + ' '
                        + Objects.requireNonNull(alert.observation()).value())
                .toList();
    }
}
