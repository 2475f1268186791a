package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ingest} warns of, beside what is on the topics. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarningsIT {
    private static final String MAPPING = """
            dataset: example
            area: {from: area}
            indicator: rd-intensity
            unit: {from: unit}
            source: example
            published: given
            """;
    private static final String HEADER = "area,year,value,unit\n";
    private static final String FIRST = HEADER + "CHN,2022,53.2,percent\nCHN,2023,54,percent\n";
    private static final String SLIPS = HEADER + "CHN,2023,540,percent\nCHN,2024,54.8,usd\nCHN,2031,55,percent\n";

    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private EmbeddedBroker broker;
    private String mapping = "";
    private int tests;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        cli = new Cli(directory);
        mapping = file("mapping.yaml", MAPPING);
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("data"));
    }

    /** Topics of its own for each test. */
    @BeforeEach
    void createTopics() {
        tests++;
        Topic.create(broker.bootstrapServer(), new Topics(prefix()), 2);
    }

    private String prefix() {
        return "test" + tests + '.';
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void ofAReleaseAndStopsNothing() throws IOException {
        Result first = mapped("2024-03-13", FIRST);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.err()).doesNotContain("arning");

        Path report = directory.resolve("report.jsonl");
        Result slips = mapped("2025-03-13", SLIPS, "--report", report.toString());

        assertThat(slips.status()).as(slips.err()).isZero();
        assertThat(onOneLine(slips.err()))
                .contains(
                        "slips.csv:2: warning: rd-intensity/CHN/economy/A/2023: 540 percent is at least ten times 54"
                                + " percent of 2023 (published 2024-03-13T00:00:00Z)",
                        "slips.csv:3: warning: rd-intensity/CHN/economy/A/2024: 54.8 usd is in another unit than",
                        "slips.csv:4: warning: rd-intensity/CHN/economy/A/2031: 55 percent was published at"
                                + " 2025-03-13T00:00:00Z, before its period began",
                        "Published 3 facts.",
                        "Warnings: 1 series in another unit; 1 published before the period began; 1 leap of ten times"
                                + " or a tenth.");
        List<JsonNode> reported = Files.readAllLines(report).stream()
                .map(line -> Json.tree(line.getBytes(UTF_8)))
                .toList();
        assertThat(reported)
                .extracting(line ->
                        line.get("line").asInt() + " " + line.get("warning").asText() + " "
                                + line.at("/fact/value").asText() + " "
                                + line.at("/other/value").asText())
                .containsExactlyInAnyOrder("2 leap 540 54", "3 other-unit 54.8 540", "4 too-early 55 ");
        assertThat(reported).allMatch(line -> line.get("file").asText().endsWith("slips.csv") && line.has("reason"));
        assertThat(published()).hasSize(5);
        String command = onOneLine(slips.err())
                .replaceAll(".*ten times 54 [^.]* ./sectorwatch (facts void \\w+) --because TEXT.*", "$1");
        List<String> taken = new ArrayList<>(List.of(command.split(" ")));
        taken.addAll(List.of("--because", "540 was typed for 54.0"));
        Result corrected = run(taken.toArray(String[]::new));
        assertThat(corrected.status()).as(corrected.err()).isZero();

        Result again = mapped("2025-03-13", SLIPS);
        assertThat(again.err()).as("no news").doesNotContain("warning");
    }

    @Test
    void aWarningIsAFailureWhereThatIsWanted() throws IOException {
        mapped("2024-03-13", FIRST);

        Result strict = mapped("2025-03-13", SLIPS, "--strict");

        assertThat(strict.status()).isEqualTo(1);
        assertThat(strict.err())
                .contains("slips.csv:2: warning: ", "Nothing was published, since --strict was given.")
                .doesNotContain("facts void");
        assertThat(published()).hasSize(2);
        assertThat(mapped("2025-03-13", HEADER + "CHN,2024,55,percent\n", "--strict")
                        .status())
                .isZero();
        assertThat(published()).hasSize(3);
    }

    @Test
    void ofFinishedMessagesAndInADryRun() throws IOException {
        Path before = Files.writeString(directory.resolve("before.jsonl"), line("rd-intensity", "CHN", "2022", "2.55"));
        Path typed = Files.writeString(
                directory.resolve("typed.jsonl"),
                line("rd-intensity", "CHN", "2023", "26.4")
                        + line("rd-intensty", "CHN", "2022", "2.5")
                        + line("rd-intensity", "CHM", "2022", "2.5")
                        + line("rd-intensity\",\"sector\":\"robotics", "CHN", "2022", "2.5"));
        Result first = run("ingest", before.toString());
        assertThat(first.err()).doesNotContain("arning");

        Result dry = run("ingest", "--dry-run", typed.toString());
        assertThat(dry.status()).isZero();
        assertThat(dry.err())
                .contains(
                        typed + ":1: warning: ",
                        typed + ":2: warning: indicator 'rd-intensty' was never seen here; did",
                        typed + ":3: warning: area 'CHM' was never seen here; did you mean",
                        typed + ":4: warning: sector 'robotics' was never seen here",
                        typed + ":4: warning: sector 'robotics' has no topic for its alerts",
                        "./sectorwatch topics --sectors robotics")
                .doesNotContain("facts void");
        assertThat(run("ingest", "--dry-run", "--strict", typed.toString()).status())
                .isEqualTo(1);
        assertThat(published()).hasSize(1);

        Result all = run("ingest", typed.toString());
        assertThat(all.status()).isZero();
        assertThat(all.err()).contains("./sectorwatch facts list --area CHM", "./sectorwatch facts void ");
        assertThat(published()).hasSize(5);
        assertThat(run("ingest", typed.toString()).err()).as("no news").doesNotContain("arning");
    }

    @Test
    void ofNothingThatIsBuiltIn() {
        assertThat(run("ingest", "brief").err()).doesNotContain("arning");
        assertThat(run("ingest", "history").err()).doesNotContain("arning");
        assertThat(run("ingest", "--strict", "brief", "history").status()).isZero();
    }

    private Result mapped(String published, String text, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("ingest", "--mapping", mapping, "--published", published));
        all.addAll(List.of(more));
        all.add(file("slips.csv", text));
        return run(all.toArray(String[]::new));
    }

    private Result run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", broker.bootstrapServer(), "--prefix", prefix()));
        return cli.run(all.toArray(String[]::new));
    }

    private List<?> published() {
        return Topic.facts(broker.bootstrapServer(), prefix() + "indicators").stream()
                .filter(record -> !new String(record.value(), UTF_8).startsWith("{\"fact\""))
                .toList();
    }

    private static String line(String indicator, String area, String period, String value) {
        return "{\"indicator\":\"%s\",\"area\":\"%s\",\"period\":\"%s\",\"value\":%s,\"published\":\"2024-03-13T00:00:00Z\",\"source\":{\"id\":\"example\"}}\n"
                .formatted(indicator, area, period, value);
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
