package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.monitor.Monitor;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.web.WebSettings;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show is what one gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String TEST = "./sectorwatch rules test";

    private Path directory = Path.of("");
    private String demonstration = "";
    private EmbeddedBroker broker;
    private Monitor monitor;

    static List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (String document :
                List.of("README.md", "docs/operation.md", "docs/rules.md", "docs/replay.md", "docs/monitor.md")) {
            for (String block : blocks(document, "sh")) {
                // A walk is one after another in a folder of its own, FirstWalkIT's.
                if (block.contains("ingest init")) {
                    continue;
                }
                block.lines()
                        .filter(line -> !line.equals("./sectorwatch demo")
                                && !line.startsWith("./mvnw")
                                && !line.startsWith("benchmark/run"))
                        .forEach(commands::add);
            }
        }
        return commands;
    }

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void runTheFirstCommand(@TempDir Path temporary) {
        directory = temporary;
        Cli cli = new Cli(directory);
        Path data = directory.resolve("data");
        Running demo = cli.start(
                Map.of("JAVA_TOOL_OPTIONS", "-Dsectorwatch.out.columns=80", "NO_COLOR", "1"),
                "demo",
                "--exit",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(Cli.freePort()));
        demonstration = demo.await().out();
        broker = EmbeddedBroker.start(Cli.freePort(), data.resolve("broker"));
        monitor = Monitor.start(
                Server.at(broker.bootstrapServer(), Map.of()),
                new Topics(Topics.DEFAULT_PREFIX),
                Database.file(directory.resolve("monitor.db")),
                true,
                null,
                WebSettings.loopback(0),
                "test");
    }

    @AfterAll
    void stop() {
        monitor.close();
        broker.close();
    }

    @Test
    void theReadmeShowsRealOutput() {
        List<String> printed = stripped(demonstration);

        assertThat(printed)
                .containsSubsequence(stripped(blocks("README.md", "text").get(0)));
        assertThat(printed).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void theCardOfASectorIsAsShown() {
        assertThat(stripped(demonstration))
                .containsSubsequence(
                        stripped(blocks("docs/scorecards.md", "text").get(0)));
        JsonNode shown = Json.tree(blocks("docs/scorecards.md", "json").get(0).getBytes(UTF_8));
        JsonNode card = Topic.records(broker.bootstrapServer(), "sectorwatch.scorecards").stream()
                .filter(record -> record.key().equals("*/" + shown.get("sector").textValue()))
                .map(record -> Json.tree(record.value()))
                .reduce((older, newer) -> newer)
                .orElseThrow();
        shown.properties()
                .forEach(field ->
                        assertThat(card.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandOfTheDocumentsWorks(String command) throws IOException, InterruptedException {
        assumeTrue(
                !command.startsWith("kcat") || onPath("kcat"), "kcat is not installed, so its command was not tried");
        assumeTrue(
                !command.startsWith("curl") || onPath("curl"), "curl is not installed, so its command was not tried");
        Ended ended = shell(ROOT, command);

        assertThat(ended.status()).as(ended.out()).isZero();
        assertThat(ended.out()).isNotBlank();
    }

    @Test
    void theReadmesReplaysSayWhatItShows() throws IOException, InterruptedException {
        String commands = blocks("README.md", "sh").stream()
                .filter(block -> block.contains("replay --file"))
                .findFirst()
                .orElseThrow();

        assertThat(stripped(shell(ROOT, commands).out()))
                .containsSubsequence(stripped(blocks("README.md", "text").stream()
                        .filter(block -> block.contains("Replayed"))
                        .findFirst()
                        .orElseThrow()));
    }

    @Test
    void theScenarioOfTheRulesIsAFileAndPassesAndFailsAsShown() throws IOException, InterruptedException {
        String scenario = blocks("docs/rules.md", "yaml").get(1);
        assertThat(scenario).isEqualTo(Files.readString(ROOT.resolve("rules/scenarios/overdue.yaml")));
        assertThat(blocks("docs/rules.md", "sh")).contains(TEST + " rules/scenarios/overdue.yaml\n");
        Files.writeString(
                directory.resolve("overdue.yaml"),
                scenario.replace("decidedAt: 2025-10-30T00:00:00Z", "decidedAt: 2025-10-31T00:00:00Z"));

        Ended passed = shell(ROOT, TEST + " rules/scenarios/overdue.yaml");
        Ended failed = shell(directory, TEST + " overdue.yaml");

        assertThat(passed.status()).as(passed.out()).isZero();
        assertThat(failed.status()).as(failed.out()).isEqualTo(1);
        assertThat(stripped(passed.out()))
                .containsSubsequence(stripped(blocks("docs/rules.md", "text").get(0)));
        assertThat(stripped(failed.out()))
                .containsSubsequence(stripped(blocks("docs/rules.md", "text").get(1)))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void ingestWarnsAsShown() throws IOException, InterruptedException {
        String shown = blocks("docs/ingest.md", "text").stream()
                .filter(block -> block.contains("warning: "))
                .findFirst()
                .orElseThrow();

        String command = blocks("docs/ingest.md", "sh").stream()
                .filter(block -> block.contains("49.6"))
                .findFirst()
                .orElseThrow();

        Ended ended = shell(ROOT, command);

        assertThat(ended.status()).as(ended.out()).isZero();
        assertThat(onOneLine(ended.out())).contains(onOneLine(shown));
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private record Ended(int status, String out) {}

    // The command stands for a script that may not be built here; it is the same program.
    private Ended shell(Path where, String command) throws IOException, InterruptedException {
        String line = command.replace("./sectorwatch", "sectorwatch")
                .replace("127.0.0.1:9092", broker.bootstrapServer())
                .replace("http://127.0.0.1:8080/", monitor.url());
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", Blocks.function() + line)
                .directory(where.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("SECTORWATCH_"));
        shell.environment().putAll(Map.of("SECTORWATCH_BOOTSTRAP_SERVER", broker.bootstrapServer(), "NO_COLOR", "1"));
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out);
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::stripTrailing).toList();
    }

    private static List<String> blocks(String document, String language) {
        return Blocks.of(ROOT.resolve(document), language);
    }

    private static boolean onPath(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + command).start().waitFor() == 0;
    }
}
