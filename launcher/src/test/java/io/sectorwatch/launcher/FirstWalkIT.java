package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.launcher.Cli.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of somebody's own spreadsheet to an alert, as the README shows it. */
class FirstWalkIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path README = ROOT.resolve("README.md");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory = Path.of("");

    private String server = "";

    @Test
    void goesFromASpreadsheetToAnAlertInSixCommands() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("exports.csv"), Blocks.with(README, "text", "Country,"));
        Files.writeString(directory.resolve("exports-rule.yaml"), Blocks.with(README, "yaml", "exports-at-least-10"));
        List<String> commands = Blocks.with(README, "sh", "ingest init").lines().toList();
        assertThat(commands).hasSize(6).first().isEqualTo("./sectorwatch run &");
        int port = Cli.freePort();
        server = "127.0.0.1:" + port;
        Running run = new Cli(directory)
                .start(
                        Map.of(),
                        "run",
                        "--no-monitor",
                        "--data",
                        directory.resolve("data").toString(),
                        "--port",
                        Integer.toString(port));
        try {
            await().atMost(PATIENCE)
                    .until(() -> shell("./sectorwatch status --fast").status() == 0);
            assertThat(done(commands.get(1))).contains("Country: by its name; 3 of 3 texts are known");
            assertThat(Files.readString(directory.resolve("exports.yaml")))
                    .isEqualTo(Blocks.with(ROOT.resolve("docs/ingest.md"), "yaml", "# What the rows of exports.csv"));
            assertThat(done(commands.get(2))).contains("9 facts would be published.");
            assertThat(done(commands.get(3))).contains("Published 9 facts.");
            done(commands.get(4));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(done(commands.get(5))).contains("FRA", "POL", "RAISED"));
            assertThat(done(commands.get(5)).lines().map(String::stripTrailing))
                    .containsSubsequence(Blocks.with(README, "text", "Poland's exports")
                            .lines()
                            .map(String::stripTrailing)
                            .toList());
            Path file = directory.resolve("exports.csv");
            Files.writeString(file, Files.readString(file).replace("10.9", "11.2"));
            done(commands.get(3).replace("2025-03-01", "2025-06-01"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(done(commands.get(5)).replaceAll("\\s+", " "))
                            .as("the heading of a release says how much of it is news")
                            .contains("release of exports, published 2025-06-01, by name-the-publisher: 1 revised"));
        } finally {
            run.process().destroy();
            run.await();
        }
    }

    private record Ended(int status, String out) {}

    private String done(String command) throws IOException, InterruptedException {
        Ended ended = shell(command);
        assertThat(ended.status()).as(command + '\n' + ended.out()).isZero();
        return ended.out();
    }

    private Ended shell(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(
                        "sh", "-c", Blocks.function() + command.replace("./sectorwatch", "sectorwatch"))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("SECTORWATCH_"));
        shell.environment().putAll(Map.of("SECTORWATCH_BOOTSTRAP_SERVER", server, "NO_COLOR", "1"));
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out);
    }
}
