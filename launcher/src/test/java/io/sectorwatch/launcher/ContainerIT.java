package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sectorwatch.launcher.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;

/** The whole way once more on Apache's own image, wherever a Docker engine has it or may fetch it. */
class ContainerIT {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final long FETCH_SECONDS = 60;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void decidesTheSameAsOnTheEmbeddedBroker() throws InterruptedException {
        // Testcontainers fetches an image of its own before it answers anything: without a registry that takes minutes.
        assumeTrue(
                docker("image", "inspect", IMAGE) || docker("pull", "--quiet", IMAGE),
                "no Docker engine answers that has the image " + IMAGE
                        + " or can fetch it, so nothing was tried on it");
        Cli cli = new Cli(directory);
        try (KafkaContainer kafka = new KafkaContainer(IMAGE)) {
            kafka.start();
            Result there = cli.run(
                    "demo",
                    "--exit",
                    "--data",
                    directory.resolve("there").toString(),
                    "--bootstrap-server",
                    kafka.getBootstrapServers());
            Result here = cli.run(
                    "demo",
                    "--exit",
                    "--data",
                    directory.resolve("here").toString(),
                    "--port",
                    Integer.toString(Cli.freePort()));

            assertThat(there.status()).as(there.err()).isZero();
            assertThat(there.out()).isEqualTo(here.out());
        }
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
