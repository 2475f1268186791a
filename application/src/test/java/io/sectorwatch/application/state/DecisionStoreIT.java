package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.replay.Rules;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processors that keep a standby of each other's state, as an operator may ask of Kafka Streams. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class DecisionStoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ProcessorApp> started = new ArrayList<>();
    private Path directory = Path.of("");
    private final List<String> told = new ArrayList<>();
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
        told.clear();
    }

    @Test
    void aStandbyDecidesWithWhatItHasRead() throws ExecutionException, InterruptedException {
        Topics topics = topics("one.", 1);
        ProcessorApp active = process(topics);
        publish(topics, 1, figure("x", "CHN", "2.7", "2024-02-01"));
        awaitAlerts(topics, "RAISED x/CHN/economy/A 2.7");
        process(topics);
        awaitMembers(topics, 2);

        active.close();
        publish(topics, 1, figure("x", "CHN", "2.5", "2024-03-01"));

        awaitAlerts(topics, "RETRACTED x/CHN/economy/A 2.5");
    }

    @Test
    void whoWasAStandbyForAWhileDecidesWithWhatTheOtherDecided() throws ExecutionException, InterruptedException {
        Topics topics = topics("two.", 2);
        List<String> indicators = List.of(indicatorOf(0), indicatorOf(1));
        process(topics);
        for (String indicator : indicators) {
            publish(topics, 2, figure(indicator, "CHN", "2.7", "2024-02-01"));
            awaitAlerts(topics, "RAISED " + indicator + "/CHN/economy/A 2.7");
        }
        ProcessorApp other = process(topics);
        awaitMembers(topics, 2);
        for (String indicator : indicators) {
            publish(topics, 2, figure(indicator, "USA", "3", "2024-02-02"));
            publish(topics, 2, figure(indicator, "CHN", "2.8", "2024-02-03"));
            awaitAlerts(
                    topics, "RAISED " + indicator + "/USA/economy/A 3", "UPDATED " + indicator + "/CHN/economy/A 2.8");
        }

        other.close();

        for (String indicator : indicators) {
            publish(topics, 2, figure(indicator, "USA", "2", "2024-02-04"));
            publish(topics, 2, figure(indicator, "CHN", "2.5", "2024-02-05"));
            awaitAlerts(
                    topics,
                    "RETRACTED " + indicator + "/USA/economy/A 2",
                    "RETRACTED " + indicator + "/CHN/economy/A 2.5");
        }
    }

    private static String figure(String indicator, String area, String value, String day) {
        return "{'indicator':'" + indicator + "','area':'" + area + "','period':'2023','value':" + value
                + ",'published':'" + day + "T00:00:00Z','source':{'id':'s'}}";
    }

    private static String indicatorOf(int partition) {
        return IntStream.range(0, 100)
                .mapToObj(i -> "x" + i)
                .filter(name -> Partitions.of(name, 2) == partition)
                .findFirst()
                .orElseThrow();
    }

    private Topics topics(String prefix, int partitions) throws ExecutionException, InterruptedException {
        Topics topics = new Topics(prefix);
        try (Admin admin = broker.server().admin()) {
            new TopicSetup(admin).apply(topics.all(partitions, List.of()));
        }
        broker.send(RulePublisher.records(
                Rules.of("{id: reached, series: {indicator: '*'}, when: {value: {atLeast: 2.6}}}"),
                topics,
                partitions,
                Instant.EPOCH));
        return topics;
    }

    private ProcessorApp process(Topics topics) {
        Map<String, Object> config = new HashMap<>(broker.server().clientConfig());
        config.put("num.standby.replicas", 1);
        ProcessorApp app = new ProcessorApp(new ProcessorSettings(
                config,
                topics,
                FactsAndRules.apart(topics),
                List.of(),
                directory.resolve(topics.prefix() + started.size()),
                topics.prefix() + "application",
                null,
                1,
                ProcessorSettings.SOON));
        started.add(app);
        app.start();
        return app;
    }

    private void publish(Topics topics, int partitions, String figure) throws ExecutionException, InterruptedException {
        broker.send(new FactRecords(topics, partitions, 1)
                .of(new IndicatorCodec().read(figure.replace('\'', '"').getBytes(UTF_8))));
    }

    private void awaitMembers(Topics topics, int members) {
        String group = topics.prefix() + "application";
        try (Admin admin = broker.server().admin()) {
            await().atMost(PATIENCE)
                    .until(() -> Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                                            .describedGroups()
                                            .get(group))
                                    .get()
                                    .members()
                                    .stream()
                                    .filter(member -> !member.assignment()
                                            .topicPartitions()
                                            .isEmpty())
                                    .count()
                            == members);
        }
    }

    /** Waits for further alerts, and for no others. */
    private void awaitAlerts(Topics topics, String... further) {
        told.addAll(List.of(further));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts(topics)).containsExactlyInAnyOrderElementsOf(told));
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
