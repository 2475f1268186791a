package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said of rules on facts that are there, as somebody changes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
class RulesOnFactsIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String HIGH = "{id: high, series: {indicator: chip-index}, when: {value: {atLeast: 3}}}";
    private static final String KOREA =
            "{id: korea, severity: critical, series: {indicator: chip-index, areas: [KOR], except: [USA],"
                    + " sectors: [economy]}, when: {value: {above: 4, clear: 3.5}}}";
    private static final String POLICIES =
            "{id: policies, series: {indicator: policy-activity, frequency: A}, when: {sum: {periods: 1, atLeast: 9}}}";

    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private EmbeddedBroker broker;
    private Running processor;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void decideSomeFacts(@TempDir Path temporary) throws IOException {
        directory = temporary;
        cli = new Cli(directory);
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("broker"));
        Topic.create(broker.bootstrapServer(), TOPICS, 2);
        assertThat(rules("apply", file(HIGH)).out()).isEqualTo("""
                        new        high: watches no series, touches no open alert
                        """);
        String facts = figure("CHN", 2, 2024) + figure("USA", 3, 2024) + figure("KOR", 5, 2024) + """
                {"id":"p1","title":"t","area":"CHN","sectors":[],"kind":"funding","stance":"support",\
                "occurred":"2023","published":"2024-02-23T00:00:00Z","source":{"id":"brief"}}
                """;
        Path file = Files.writeString(directory.resolve("facts.jsonl"), facts);
        assertThat(at("ingest", file.toString()).status()).isZero();
        mistyped("JPN");
        processor = cli.start(
                Map.of("SECTORWATCH_BOOTSTRAP_SERVER", broker.bootstrapServer()),
                "process",
                "--data",
                directory.resolve("data").toString());
        awaitOpen("high|chip-index/KOR/economy/A", "high|chip-index/USA/economy/A");
    }

    @AfterAll
    void stop() {
        processor.process().destroy();
        processor.await();
        broker.close();
    }

    @Test
    @Order(1)
    void aPlanSaysWhatApplyingWouldDoAndWouldHaveLedToAndDoesNothing() throws IOException {
        String more = HIGH.replace("3", "4");

        Result plan = rules("plan", file(more, KOREA), other(POLICIES));

        assertThat(plan.status()).as(plan.err()).isZero();
        assertThat(plan.out().lines().map(String::strip))
                .containsSubsequence(
                        "changed    high: watches 3 series, touches 2 open alerts",
                        "new        korea: watches 1 series, touches no open alert",
                        "new        policies: watches 1 series, touches no open alert",
                        "RAISED    |     2 |       2",
                        "UPDATED   |     0 |       0",
                        "open now  |     2 |       2",
                        "1 alert would be open",
                        "1 alert would no longer be open");
        assertThat(plan.out())
                .containsPattern("would be open\\R  korea\\R.*KOR/economy")
                .containsPattern("no longer be open\\R  high\\R.*USA/economy")
                .contains("2 transitions differ (+ would be there and is not, - would not be there)")
                .containsPattern("  high\\R    - 2024-02-29  RAISED .*USA/economy")
                .containsPattern("  korea\\R    \\+ 2024-02-29  RAISED .*KOR/economy");
        assertThat(plan.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(rules("list", "--output", "jsonl").out().lines())
                .singleElement()
                .asString()
                .contains("\"atLeast\":3");
        assertThat(rules("plan", file(HIGH)).err()).contains("Nothing would change.");
    }

    @Test
    @Order(2)
    void applyingSaysOfEachRuleWhatItIsAndReaches() throws IOException {
        Result applied = rules("apply", file(HIGH, KOREA, POLICIES));

        assertThat(applied.status()).as(applied.err()).isZero();
        assertThat(applied.out()).isEqualTo("""
                        unchanged  high: watches 3 series
                        new        korea: watches 1 series, touches no open alert
                        new        policies: watches 1 series, touches no open alert
                        """);
        awaitOpen("high|chip-index/KOR/economy/A", "high|chip-index/USA/economy/A", "korea|chip-index/KOR/economy/A");
    }

    @Test
    @Order(3)
    void aListShowsLimitsAreasSeriesAndOpenAlertsWithinEightyColumns() {
        Result list = rules("list");

        assertThat(list.out().lines()).anyMatch(line -> line.startsWith("korea  critical  chip-index  since 20"));
        assertThat(list.out())
                .contains("""
                    value above 4 clear 3.5; areas KOR but USA; sectors economy; 1 series, 1
                    open alert
                """)
                .contains("    value atLeast 3; areas *; sectors *; 3 series, 2 open alerts\n");
        assertThat(list.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    @Order(4)
    void whatIsOnTheTopicsIsKnownAndOnlyWhatIsMisspeltIsWarnedOf() throws IOException {
        String right = "{id: a, series: {indicator: chip-index, areas: [KOR]}, when: {value: {above: 1}}}";
        String wrong = right.replace("chip-index", "chip-indx");

        Result known = rules("check", file(right));
        Result misspelt = rules("check", file(wrong));
        Result farAway = rules("check", file(right.replace("chip-index", "chop-indices")));

        assertThat(known.out()).isEmpty();
        assertThat(misspelt.status()).isZero();
        assertThat(misspelt.out())
                .contains(":1:", "warning: indicator 'chip-indx' is not on the topics", "did you mean 'chip-index'?");
        assertThat(farAway.out()).contains("warning: ").doesNotContain("did you mean");
    }

    @Test
    @Order(5)
    void aPlanOfAChangedLimitSaysWhatChangesAndWhatItWouldHaveLedTo() throws IOException {
        String changed = KOREA.replace("above: 4", "above: 6")
                .replace("severity: critical", "title: High, labels: {team: asia}");

        Result plan = rules("plan", file(HIGH, changed));

        assertThat(plan.status()).as(plan.err()).isZero();
        assertThat(plan.out()).isEqualTo("""
                        unchanged  high: watches 3 series
                        changed    High (korea): watches 1 series, touches 1 open alert
                                   labels.team: asia, not said before
                                   severity: no longer said, was critical
                                   title: High, not said before
                                   when.value.above: 6, was 4

                        Of the new and changed rules, decided on all facts that are known as if they had
                        been in effect from the beginning on:
                                   | today | planned\s
                        -----------+-------+---------
                         RAISED    |     1 |       0\s
                         UPDATED   |     0 |       0\s
                         CLEARED   |     0 |       0\s
                         RETRACTED |     0 |       0\s
                         open now  |     1 |       0\s

                        1 alert would no longer be open
                          High (korea)
                            2024-02-29  RAISED     critical  certain   KOR/economy  South Korea's chip
                                        index of 2023 is 5: above 4

                        1 transition differs (+ would be there and is not, - would not be there)
                          High (korea)
                            - 2024-02-29  RAISED     critical  certain   KOR/economy  South Korea's chip
                                          index of 2023 is 5: above 4
                        """);
        List<JsonNode> lines = rules("plan", "--output", "jsonl", file(HIGH, changed))
                .out()
                .lines()
                .map(line -> Json.tree(line.getBytes(UTF_8)))
                .toList();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.get("side").asText()).isEqualTo("today");
            assertThat(line.at("/transition/rule").asText()).isEqualTo("korea");
            assertThat(line.at("/transition/transition").asText()).isEqualTo("RAISED");
        });
    }

    @Test
    @Order(6)
    void removingSaysHowManyAlertsItCloses() {
        assertThat(rules("remove", "high").err())
                .contains("Removed high, effective ")
                .contains(": closes 2 open alerts.");
        awaitOpen("korea|chip-index/KOR/economy/A");
        assertThat(rules("remove", "policies").err()).contains(": closes no open alert.");
    }

    private Result rules(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules"));
        all.addAll(List.of(arguments));
        return at(all.toArray(String[]::new));
    }

    private Result at(String... arguments) {
        return cli.start(
                        Map.of(
                                "SECTORWATCH_BOOTSTRAP_SERVER",
                                broker.bootstrapServer(),
                                "JAVA_TOOL_OPTIONS",
                                "-Dsectorwatch.out.columns=80",
                                "NO_COLOR",
                                "1"),
                        arguments)
                .await();
    }

    private void awaitOpen(String... keys) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(open()).containsExactlyInAnyOrder(keys));
    }

    private List<String> open() {
        List<String> open = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : Topic.records(broker.bootstrapServer(), TOPICS.openAlerts())) {
            open.remove(record.key());
            if (record.value() != null) {
                open.add(record.key());
            }
        }
        return open;
    }

    /** A figure that was typed for an area, and is void. */
    private void mistyped(String area) {
        Observation figure =
                (Observation) new IndicatorCodec().read(figure(area, 9, 2024).getBytes(UTF_8));
        Correction correction = new Correction(
                FactId.of(figure), Correction.State.VOID, "typed", Instant.parse("2024-03-01T00:00:00Z"));
        int partition = Partitions.of("chip-index", 2);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServer()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Envelope envelope : List.of(Envelope.of(figure), Envelope.of(correction))) {
                RecordHeaders headers = new RecordHeaders();
                envelope.writeTo(headers);
                var unused = producer.send(new ProducerRecord<>(
                        TOPICS.indicators(),
                        partition,
                        envelope.time().toEpochMilli(),
                        "chip-index".getBytes(UTF_8),
                        envelope.value(),
                        headers));
            }
        }
    }

    private static String figure(String area, int value, int year) {
        return "{\"indicator\":\"chip-index\",\"area\":\"" + area + "\",\"period\":\"2023\",\"value\":" + value
                + ",\"published\":\"" + year + "-02-29T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}\n";
    }

    private String file(String... rules) throws IOException {
        return written("rules.yaml", rules);
    }

    private String other(String... rules) throws IOException {
        return written("others.yaml", rules);
    }

    private String written(String name, String... rules) throws IOException {
        return Files.writeString(directory.resolve(name), "rules: [" + String.join(", ", rules) + "]\n")
                .toString();
    }
}
