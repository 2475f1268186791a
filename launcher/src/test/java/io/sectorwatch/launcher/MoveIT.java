package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An installation is moved, and brought back from a backup: its alerts are the same, and nobody is told them twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class MoveIT {
    private static final String MOVED = "twelve.";

    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);

    @BeforeAll
    void decide(@TempDir Path temporary) {
        directory = temporary;
        cli = new Cli(temporary);
        done(demo("data"));
    }

    @Test
    void asAnArchiveToMorePartitions() throws IOException {
        Path targets = Files.writeString(directory.resolve("deliver.yaml"), """
                targets:
                  - name: chat
                    webhook: {url: "http://127.0.0.1:9/"}
                """);
        String archive = directory.resolve("moving").toString();
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Cli.freePort(), directory.resolve("data").resolve("broker"))) {
            String server = broker.bootstrapServer();
            done(at(
                    server,
                    "replay",
                    "--expect-same",
                    "--data",
                    directory.resolve("replays").toString()));
            done(at(server, "archive", "export", archive));
            done(at(server, "topics", "--prefix", MOVED, "--partitions", "12"));
            done(at(server, "archive", "import", "--prefix", MOVED, archive));
            Running process = cli.start(
                    Map.of(),
                    "process",
                    "--bootstrap-server",
                    server,
                    "--prefix",
                    MOVED,
                    "--data",
                    directory.resolve("process").toString());
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> at(server, "status", "--fast", "--prefix", MOVED)
                            .out()
                            .contains("up to date"));

            assertThat(alerts(server, "--prefix", MOVED))
                    .hasSizeGreaterThan(80)
                    .containsExactlyInAnyOrderElementsOf(alerts(server));

            Result tooEarly = at(server, "archive", "import", "--prefix", MOVED, archive);
            assertThat(tooEarly.status()).isNotZero();
            assertThat(tooEarly.err()).contains("a processor is at work on twelve.*");
            String[] told = {"--prefix", MOVED, "--config", targets.toString()};
            assertThat(deliver(server, "list", told).out()).contains("not begun");
            done(deliver(server, "skip", told));
            assertThat(deliver(server, "list", told).out()).contains("behind 0, delivered 0");
            process.process().destroy();
            process.await();
        }
    }

    @Test
    void asACopyOfItsDirectory() throws IOException {
        copy(directory.resolve("data"), directory.resolve("restored"));

        done(demo("restored"));

        assertThat(alertsIn("restored"))
                .hasSizeGreaterThan(80)
                .doesNotHaveDuplicates()
                .isEqualTo(alertsIn("data"));
    }

    private Result demo(String data) {
        return cli.run(
                "demo",
                "--exit",
                "--data",
                directory.resolve(data).toString(),
                "--port",
                Integer.toString(Cli.freePort()));
    }

    private Result deliver(String server, String what, String... more) {
        return at(
                server,
                "deliver",
                Stream.concat(Stream.of(what), Stream.of(more)).toArray(String[]::new));
    }

    private Result at(String server, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--bootstrap-server", server));
        return cli.run(arguments.toArray(String[]::new));
    }

    private List<String> alertsIn(String data) {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Cli.freePort(), directory.resolve(data).resolve("broker"))) {
            return alerts(broker.bootstrapServer());
        }
    }

    private List<String> alerts(String server, String... more) {
        Result alerts = at(
                server,
                "alerts",
                Stream.concat(Stream.of("--output", "jsonl"), Stream.of(more)).toArray(String[]::new));
        return done(alerts).out().lines().toList();
    }

    private static Result done(Result result) {
        assertThat(result.status()).as(result.err()).isZero();
        return result;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
