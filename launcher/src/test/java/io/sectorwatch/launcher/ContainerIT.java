package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The whole way once more on Apache's own image, or on one made of Apache's libraries where that cannot be fetched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerIT {
    private static final String APACHES = "apache/kafka:4.3.1";
    private static final String IMAGE =
            Objects.requireNonNullElse(System.getenv("SECTORWATCH_TEST_KAFKA_IMAGE"), APACHES);
    private static final long FETCH_SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaContainer kafka =
            new KafkaContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"));
    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private Result here = new Result(1, "", "");

    @BeforeAll
    void start(@TempDir Path temporary) throws InterruptedException {
        // Testcontainers fetches an image of its own before it answers anything: without a registry that takes minutes.
        assumeTrue(
                docker("image", "inspect", IMAGE) || docker("pull", "--quiet", IMAGE),
                "no Docker engine answers that has the image " + IMAGE
                        + " or can fetch it, so nothing was tried on it; package/images builds one");
        directory = temporary;
        cli = new Cli(directory);
        // It has to come back at the same port.
        kafka.setPortBindings(List.of("127.0.0.1:" + Cli.freePort() + ":9092"));
        kafka.start();
        here = cli.run("demo", "--exit", "--data", data("here"), "--port", Integer.toString(Cli.freePort()));
    }

    @AfterAll
    void stop() {
        kafka.stop();
    }

    @Test
    void decidesTheSameAsOnTheEmbeddedBroker() {
        Result there = demo("there.").await();

        assertThat(there.status()).as(there.err()).isZero();
        assertThat(there.out()).isEqualTo(here.out());
    }

    @Test
    void decidesTheSameWhenItIsKilledAndTheBrokerToo() throws InterruptedException {
        Result undisturbed = demo("undisturbed.").await();
        Running killed = demo("killed.");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> killed.outSoFar().contains("RAISED"));
        killed.process().destroyForcibly();
        assertThat(docker("kill", kafka.getContainerId())).isTrue();
        killed.await();
        assertThat(docker("start", kafka.getContainerId())).isTrue();
        await().atMost(PATIENCE).until(() -> at("topics", "killed.").await().status() == 0);

        Result again = demo("killed.").await();

        assertThat(undisturbed.status()).as(undisturbed.err()).isZero();
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(alerts("killed.")).isNotEmpty().isEqualTo(alerts("undisturbed."));
    }

    private Running demo(String prefix) {
        return at("demo", prefix, "--exit", "--data", data(prefix));
    }

    private String alerts(String prefix) {
        return at("alerts", prefix, "--output", "jsonl").await().out();
    }

    private Running at(String command, String prefix, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of(command, "--bootstrap-server", kafka.getBootstrapServers(), "--prefix", prefix));
        arguments.addAll(List.of(more));
        return cli.start(Map.of(), arguments.toArray(String[]::new));
    }

    private String data(String name) {
        return directory.resolve(name).toString();
    }

    private static boolean docker(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false;
        }
        boolean ended = process.waitFor(FETCH_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroy();
        }
        return ended && process.exitValue() == 0;
    }
}
