package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that hand alerts on, and the files that their document shows. */
class DeliverIT {
    private static final Path DOCUMENT =
            Path.of("..").toAbsolutePath().normalize().resolve("docs/deliver.md");
    private static final Pattern FILES = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Path RULES = Path.of("..").toAbsolutePath().normalize().resolve("deliver/operator/rules.yml");
    private static final Pattern RULES_METRICS = Pattern.compile("sectorwatch_[a-z_]+");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer receiver;
    private Cli cli;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        cli = new Cli(directory);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::answer);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (status == 200) {
                told.add(body);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Test
    void theFilesOfTheDocumentHaveNoMistake() throws IOException {
        Files.writeString(directory.resolve("chat-hook"), "https://chat.example/services/hush-hush\n");
        Map<String, String> secrets =
                Map.of("ALERT_TOKEN", "hush-hush", "CASES_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        int files = 0;
        Matcher blocks = FILES.matcher(Files.readString(DOCUMENT));
        while (blocks.find()) {
            Path file = Files.writeString(directory.resolve("deliver.yaml"), blocks.group(1));

            Result checked =
                    cli.start(secrets, "deliver", "check", file.toString()).await();

            assertThat(checked.status()).as(checked.out()).isZero();
            assertThat(checked.err()).contains("no mistake").doesNotContain("hush-hush");
            files++;
        }
        assertThat(files).isEqualTo(2);
    }

    @Test
    void mistakesAreNamedWithTheirPlaces() throws IOException {
        Path file = Files.writeString(directory.resolve("deliver.yaml"), """
                targets:
                  - name: chat
                    webhook: {uri: "https://chat.example/"}
                """);

        Result checked = cli.run("deliver", "check", file.toString());
        Result refused = cli.run("deliver", "test", "chat", "--config", file.toString());

        assertThat(checked.status()).isEqualTo(2);
        assertThat(checked.out())
                .contains(file + ":3:15: field 'targets[0].webhook.uri' is unknown; did you mean 'url'?")
                .contains(file + ":3:5: field 'targets[0].webhook.url' is missing");
        assertThat(refused.status()).isEqualTo(2);
    }

    @Test
    void aTestSaysWhatCameBack() throws IOException {
        String file = chat().toString();

        Result taken = cli.run("deliver", "test", "chat", "--config", file);
        status = 404;
        Result refused = cli.run("deliver", "test", "chat", "--config", file);
        Result unknown = cli.run("deliver", "test", "chatt", "--config", file);

        assertThat(taken.status()).as(taken.err()).isZero();
        assertThat(taken.out()).contains("chat (http://127.0.0.1:").contains(") has taken it: status 200");
        assertThat(told).singleElement().asString().contains("This is a test of the target 'chat', and no alert");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).contains(") refuses it: status 404");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no target 'chatt', only chat; did you mean 'chat'?");
    }

    @Test
    void whatADemonstrationSaysIsHandedOnParkedAndRedriven() throws IOException {
        Path data = directory.resolve("data");
        Result demo = cli.run("demo", "--exit", "--data", data.toString(), "--port", Integer.toString(Cli.freePort()));
        assertThat(demo.status()).as(demo.err()).isZero();
        try (EmbeddedBroker broker = EmbeddedBroker.start(Cli.freePort(), data.resolve("broker"))) {
            String[] where = {"--config", chat().toString(), "--bootstrap-server", broker.bootstrapServer()};
            status = 400;
            String metrics = Integer.toString(Cli.freePort());
            Running deliver = start(
                    "deliver",
                    Stream.concat(Stream.of("--metrics", metrics), Stream.of(where))
                            .toArray(String[]::new));
            await().atMost(PATIENCE).until(() -> run("list", where).out().contains("behind 0, delivered 0"));
            String scrape = scrape(metrics);
            assertThat(scrape)
                    .contains("sectorwatch_delivery_delivered_total{target=\"chat\"} 0.0")
                    .contains("sectorwatch_delivery_lag_records{target=\"chat\"} 0.0");
            assertThat(sample(scrape, "sectorwatch_delivery_parked_total")).isPositive();
            assertThat(RULES_METRICS.matcher(Files.readString(RULES)).results().map(MatchResult::group))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(scrape).contains('\n' + name + '{'));
            deliver.process().destroy();
            deliver.await();
            status = 200;

            Result redrive = run("redrive", where);

            assertThat(redrive.status()).as(redrive.err()).isZero();
            assertThat(redrive.err()).contains("Redrove " + told.size() + " alerts.");
            assertThat(told)
                    .anySatisfy(line ->
                            assertThat(line).contains("*RETRACTED* info · R&amp;D intensity of China at 2.6 % of GDP"));
            assertThat(run("list", where).out()).contains("parked 0");
            assertThat(run("redrive", where).err()).contains("Redrove 0 alerts.");
        }
    }

    @Test
    void runHandsOnInTheSameProcess() throws IOException {
        Path fact = Files.writeString(directory.resolve("fact.jsonl"), """
                {"indicator":"rd-intensity","area":"CHN","period":"2023","value":2.7,"published":"2024-02-23T00:00:00Z",\
                "source":{"id":"example"}}
                """);
        String port = Integer.toString(Cli.freePort());
        String page = Integer.toString(Cli.freePort());
        String server = "127.0.0.1:" + port;
        Running run = cli.start(
                Map.of(),
                "run",
                "--http-port",
                page,
                "--data",
                directory.resolve("data").toString(),
                "--port",
                port,
                "--deliver",
                chat().toString());
        await().atMost(PATIENCE).until(() -> run.errSoFar().contains("Handing on alerts to chat."));
        Path rules = Path.of("..").toAbsolutePath().normalize().resolve("rules/rd-intensity.yaml");
        Result applied =
                cli.run("rules", "apply", rules.toString(), "--bootstrap-server", server, "--effective", "2020-01-01");
        assertThat(applied.status()).as(applied.err()).isZero();
        Result ingested = cli.run("ingest", fact.toString(), "--bootstrap-server", server);
        assertThat(ingested.status()).as(ingested.err()).isZero();

        await().atMost(PATIENCE).until(() -> told.stream().anyMatch(line -> line.contains("RAISED")));
        await().atMost(PATIENCE)
                .until(() -> sample(scrape(page), "sectorwatch_delivery_delivered_total") == told.size());
        run.process().destroy();
        run.await();
    }

    private static String scrape(String port) throws IOException {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static double sample(String scrape, String name) {
        return scrape.lines()
                .filter(line -> line.startsWith(name + '{'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Path chat() throws IOException {
        return Files.writeString(directory.resolve("deliver.yaml"), """
                targets:
                  - name: chat
                    from: beginning
                    webhook: {url: "http://127.0.0.1:%d/hush-hush", template: slack}
                """.formatted(
                        receiver.getAddress().getPort()));
    }

    private Result run(String what, String... where) {
        return start(what, where).await();
    }

    private Running start(String what, String... where) {
        List<String> words =
                new java.util.ArrayList<>(what.equals("deliver") ? List.of("deliver") : List.of("deliver", what));
        words.addAll(List.of(where));
        return cli.start(Map.of(), words.toArray(String[]::new));
    }
}
