package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What can be looked at of the demonstration, from the topics alone. How long each took is printed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookIT {
    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private EmbeddedBroker broker;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void runTheDemonstration(@TempDir Path temporary) {
        directory = temporary;
        cli = new Cli(directory);
        Path data = directory.resolve("data");
        Result demo = cli.run("demo", "--exit", "--data", data.toString(), "--port", Integer.toString(Cli.freePort()));
        assertThat(demo.status()).as(demo.err()).isZero();
        broker = EmbeddedBroker.start(Cli.freePort(), data.resolve("broker"));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void aSeriesIsShownAsItIsAndAsItWasKnown() {
        assertThat(done("series", "list", "--area", "CHN").out()).contains("rd-intensity/CHN/economy/A", "2000..2024");
        assertThat(done("series", "show", "rd-intensity/CHN", "--as-of", "2024-02-23")
                        .out())
                .contains(">2.6 (P)", "eai-brief-1752")
                .doesNotContain("2.64");
        assertThat(done(
                                "series",
                                "show",
                                "rd-intensity/CHN/economy/A",
                                "--as-of",
                                "2025-01-23T00:00:00Z",
                                "--output",
                                "csv")
                        .out())
                .contains("rd-intensity/CHN/economy/A,2023,,2.58,percent-of-gdp,A,2025-01-23T00:00:00Z,nbs,")
                .contains(",>,2.6,2024-02-23T00:00:00Z,eai-brief-1752");
        assertThat(done("series", "show", "rd-intensity/CHN/A", "--vintages", "--output", "jsonl")
                        .out()
                        .lines()
                        .map(line -> Json.tree(line.getBytes(UTF_8)))
                        .filter(json -> json.path("period").textValue().equals("2023"))
                        .map(json -> json.path("state").textValue()))
                .hasSizeGreaterThan(3)
                .endsWith("current");
        assertThat(done("series", "show", "policy-activity/CHN/economy/A").out())
                .contains("counted from policy events", "derived");
    }

    @Test
    void whatChoosesNothingSaysSo() {
        assertThat(done("alerts", "--area", "GRMANY").err()).contains("no alert of area GRMANY; did you mean 'DEU'?");
        assertThat(done("facts", "list", "--area", "DE").err()).contains("no fact of area DE; did you mean 'DEU'?");
        assertThat(done("series", "list", "--indicator", "rd-intensty").err())
                .contains("no series of indicator rd-intensty; did you mean 'rd-intensity'?");
        assertThat(done("scorecards", "--sector", "semiconductor").err())
                .contains("no scorecard of sector semiconductor; did you mean 'semiconductors'?");
        Result unknown = run("series", "show", "rd-intensity/CHM");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean 'CHN'?");
    }

    @Test
    void anAlertIsExplained() {
        List<String> rows = done(
                        "alerts", "--rule", "rd-intensity-at-least-2.6", "--since", "2025-01-23", "--output", "csv")
                .out()
                .lines()
                .toList();
        assertThat(rows).hasSize(4);
        String id = rows.get(1).split(",", -1)[3];

        assertThat(done("alerts", "show", id.substring(0, 10)).out())
                .contains("R&D intensity of China at 2.6 % of GDP or more (rd-intensity-at-least-2.6)")
                .contains("holds when  at least 2.6 %", "taken back 2025-01-23")
                .contains("2023: >2.6 (P)", "by eai-brief-1752");
        JsonNode json =
                Json.tree(done("alerts", "show", id, "--output", "json").out().getBytes(UTF_8));
        assertThat(json.path("transitions")).hasSizeGreaterThan(2);
        assertThat(json.path("evidence")).isNotEmpty();
        assertThat(run("alerts", "show", "zz").status()).isEqualTo(2);
    }

    @Test
    void whatStandsAmongAlertsAndIsNoneIsToldAndPassedOver() throws Exception {
        Topics strange = new Topics("strange.");
        done("topics", "--prefix", strange.prefix());
        String id = done("alerts", "--open", "--output", "jsonl")
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServer()),
                new StringSerializer(),
                new StringSerializer())) {
            for (String topic : List.of(strange.alerts(), strange.openAlerts())) {
                producer.send(new ProducerRecord<>(topic, "a", "{\"alert\":1e99999999999999999999}"))
                        .get();
                producer.send(new ProducerRecord<>(topic, "b", id)).get();
            }
        }

        for (String[] words : new String[][] {{"alerts"}, {"alerts", "--open"}}) {
            Result alerts =
                    run(Stream.concat(Stream.of(words), Stream.of("--prefix", strange.prefix(), "--output", "jsonl"))
                            .toArray(String[]::new));
            assertThat(alerts.status()).isZero();
            assertThat(alerts.out().strip()).isEqualTo(id);
            assertThat(alerts.err())
                    .containsPattern("partition 0 of strange.alerts(.open)? at offset 0 is no transition");
        }
    }

    @Test
    void scorecardsAreShown() {
        assertThat(done("scorecards", "--area", "CHN").out()).contains("economy", "rd-intensity");
        assertThat(done("scorecards", "--area", "CHN", "--output", "jsonl")
                        .out()
                        .lines())
                .allSatisfy(line -> assertThat(
                                Json.tree(line.getBytes(UTF_8)).path("area").textValue())
                        .isEqualTo("CHN"));
    }

    @Test
    void aProcessorThatIsGoneOrFrozenIsSeen() throws IOException, InterruptedException {
        Result without = run("status");
        assertThat(without.status()).as(without.out()).isEqualTo(1);
        assertThat(without.out()).contains("NOT RUNNING");
        int page = Cli.freePort();
        Running monitor = start(
                "monitor", "--data", directory.resolve("monitor").toString(), "--http-port", Integer.toString(page));
        Running process =
                start("process", "--data", directory.resolve("process").toString());
        try {
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(run("status", "--fast").status()).isZero());
            awaitDeciding(page, "1.0");
            signal(process, "STOP");
            Path fact = Files.writeString(
                    directory.resolve("fact.jsonl"),
                    "{\"indicator\":\"rd-intensity\",\"area\":\"FRA\",\"period\":\"2024\",\"value\":2.2,"
                            + "\"published\":\"2026-02-01T00:00:00Z\",\"source\":{\"id\":\"x\"}}\n");
            done("ingest", fact.toString());

            Result frozen = run("status", "--fast", "--patience", "5", "--output", "json");

            assertThat(frozen.status()).as(frozen.out()).isEqualTo(1);
            JsonNode json = Json.tree(frozen.out().getBytes(UTF_8));
            assertThat(json.path("deciding").textValue()).isIn("standing-still", "nobody");
            assertThat(json.path("behind").intValue()).isPositive();
            awaitDeciding(page, "0.0");
            signal(process, "CONT");
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(run("status", "--fast").status()).isZero());
        } finally {
            process.process().destroyForcibly();
            process.await();
            monitor.process().destroy();
            monitor.await();
        }
    }

    // An operator is to see within a minute that nobody decides.
    private static void awaitDeciding(int page, String value) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + "/metrics"))
                .build();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(() -> http.send(request, BodyHandlers.ofString())
                        .body()
                        .contains("\nsectorwatch_processor_deciding " + value + '\n'));
    }

    @Test
    void runSaysThatADeadLetterCame() {
        int port = Cli.freePort();
        Running run = cli.start(
                Map.of(), "run", "--data", directory.resolve("run").toString(), "--port", Integer.toString(port));
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> run.errSoFar().contains("Watching at "));
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", "127.0.0.1:" + port),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                var unused = producer.send(
                        new ProducerRecord<>("sectorwatch.indicators", 0, null, "{\"indicator\":".getBytes(UTF_8)));
            }

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(run.errSoFar())
                            .contains("Dead letter: sectorwatch.indicators, partition 0, offset ")
                            .contains("not JSON: "));
        } finally {
            run.process().destroy();
            run.await();
        }
    }

    private static void signal(Running process, String signal) throws IOException, InterruptedException {
        int status = new ProcessBuilder(
                        "kill", "-" + signal, Long.toString(process.process().pid()))
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    private Result done(String... arguments) {
        Result result = run(arguments);
        assertThat(result.status()).as(result.err()).isZero();
        return result;
    }

    private Result run(String... arguments) {
        long before = System.nanoTime();
        Result result = start(arguments).await();
        System.out.println(
                Duration.ofNanos(System.nanoTime() - before).toMillis() + " ms: " + String.join(" ", arguments));
        return result;
    }

    private Running start(String... arguments) {
        return cli.start(Map.of("SECTORWATCH_BOOTSTRAP_SERVER", broker.bootstrapServer(), "NO_COLOR", "1"), arguments);
    }
}
