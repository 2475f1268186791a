package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.application.scorecard.Scorecards;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.ingest.publish.FactRecords;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.ProcessorApp;
import io.sectorwatch.processor.topology.ProcessorSettings;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The card of a sector is whole, however many tasks know parts of it, and whatever of it was kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class SectorCardsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void aCardOfASectorIsWholeAgainWhereNothingOfItWasKept(int partitions)
            throws ExecutionException, InterruptedException {
        Topics topics = topics("cards" + partitions + '.', partitions);
        try (ProcessorApp first = process(topics)) {
            first.start();
            for (String indicator : List.of("p", "q", "r", "s")) {
                publish(topics, partitions, figure(indicator, "CHN", "2.7"));
                publish(topics, partitions, figure(indicator, "USA", "3"));
                publish(topics, partitions, figure(indicator, "OECD", "9"));
            }
            publish(topics, partitions, policy("economy"));
            publish(topics, partitions, policy("energy"));
            awaitCard(topics, "economy", "p 2 USA 3, q 2 USA 3, r 2 USA 3, s 2 USA 3; 1 event; {CRITICAL=12}");
            awaitCard(topics, "energy", "; 1 event; {}");
        }
        delete(application(topics) + "-sector-slices-changelog");

        try (ProcessorApp second = process(topics)) {
            second.start();
            publish(topics, partitions, figure("q", "KOR", "4"));
            awaitCard(topics, "economy", "p 2 USA 3, q 3 KOR 4, r 2 USA 3, s 2 USA 3; 1 event; {CRITICAL=13}");
        }
        delete(application(topics) + "-sector-slices-changelog");
        delete(application(topics) + "-decisions-changelog");
        assertThat(new StateRebuild(broker.server(), topics, application(topics)).run())
                .isPositive();

        try (ProcessorApp third = process(topics)) {
            third.start();
            publish(topics, partitions, figure("r", "KOR", "2"));
            awaitCard(topics, "economy", "p 2 USA 3, q 3 KOR 4, r 3 USA 3, s 2 USA 3; 1 event; {CRITICAL=13}");
        }
        assertThat(Scorecards.newest(broker.server(), topics).areas()).hasSize(5);
    }

    private static Message figure(String indicator, String area, String value) {
        return new IndicatorCodec()
                .read(json("{'indicator':'" + indicator + "','area':'" + area + "','period':'2023','value':" + value
                        + ",'published':'2024-02-01T00:00:00Z','source':{'id':'s'}}"));
    }

    private static Message policy(String sector) {
        return new PolicyCodec()
                .read(json("{'id':'" + sector + "','title':'t','area':'CHN','sectors':['" + sector
                        + "'],'kind':'funding','instruments':[],'actors':[],'stance':'support','occurred':'2023-12',"
                        + "'published':'2024-02-01T00:00:00Z','source':{'id':'s'}}"));
    }

    private static byte[] json(String withApostrophes) {
        return withApostrophes.replace('\'', '"').getBytes(UTF_8);
    }

    private void awaitCard(Topics topics, String sector, String expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Scorecards.newest(broker.server(), topics).sectors().stream()
                                .filter(card -> card.sector().equals(sector))
                                .map(SectorCardsIT::text))
                        .containsExactly(expected));
    }

    private static String text(SectorCard card) {
        List<String> spreads = card.indicators().stream()
                .map(spread -> {
                    SectorCard.Statistic highest = Objects.requireNonNull(spread.highest());
                    return spread.indicator()
                            + ' '
                            + spread.areas()
                            + ' '
                            + highest.of().get(0).area()
                            + ' '
                            + highest.value();
                })
                .toList();
        return String.join(", ", spreads) + "; " + card.policies().total().events() + " event; " + card.open();
    }

    private Topics topics(String prefix, int partitions) throws ExecutionException, InterruptedException {
        Topics topics = new Topics(prefix);
        try (Admin admin = broker.server().admin()) {
            new TopicSetup(admin).apply(topics.all(partitions, List.of()));
        }
        broker.send(RulePublisher.records(
                Rules.of("{id: reached, severity: critical, series: {indicator: '*'}, when: {value: {atLeast: 2.6}}}"),
                topics,
                partitions,
                Instant.EPOCH));
        return topics;
    }

    private static String application(Topics topics) {
        return topics.prefix() + "application";
    }

    private ProcessorApp process(Topics topics) {
        return new ProcessorApp(new ProcessorSettings(
                broker.server().clientConfig(),
                topics,
                FactsAndRules.apart(topics),
                List.of(),
                directory.resolve(topics.prefix() + "state"),
                application(topics),
                null,
                2,
                ProcessorSettings.SOON));
    }

    private void publish(Topics topics, int partitions, Message fact) throws ExecutionException, InterruptedException {
        broker.send(new FactRecords(topics, partitions, 1).of(fact));
    }

    private void delete(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = broker.server().admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            // The controller has done it; what the broker answers with follows a moment later.
            await().until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }
}
