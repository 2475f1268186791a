package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sectorwatch.launcher.Cli.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.kafka.KafkaContainer;

/** The whole way once more on Apache's own image, wherever a Docker engine has it or may fetch it. */
class ContainerIT {
    private static final String IMAGE = "apache/kafka:4.3.1";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void decidesTheSameAsOnTheEmbeddedBroker() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no Docker engine answers, so nothing was tried on the image " + IMAGE);
        Cli cli = new Cli(directory);
        try (KafkaContainer kafka = new KafkaContainer(IMAGE)) {
            start(kafka);
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

    private static void start(KafkaContainer kafka) {
        try {
            kafka.start();
        } catch (ContainerFetchException e) {
            abort("a Docker engine answers, but the image " + IMAGE + " cannot be fetched: " + e.getMessage());
        }
    }
}
