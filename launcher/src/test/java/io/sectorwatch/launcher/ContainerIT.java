package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.sectorwatch.launcher.Cli.Result;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The whole way once more on Apache's own image, wherever a Docker engine has it or may fetch it. */
class ContainerIT {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final long FETCH_SECONDS = 60;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void decidesTheSameAsOnTheEmbeddedBroker() throws InterruptedException {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no Docker engine answers, so nothing was tried on the image " + IMAGE);
        assumeTrue(
                fetched(), "a Docker engine answers, but it neither has the image " + IMAGE + " nor can it fetch it");
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

    private static boolean fetched() throws InterruptedException {
        DockerClient docker = DockerClientFactory.lazyClient();
        try {
            docker.inspectImageCmd(IMAGE).exec();
            return true;
        } catch (NotFoundException e) {
            try {
                return docker.pullImageCmd(IMAGE).start().awaitCompletion(FETCH_SECONDS, TimeUnit.SECONDS);
            } catch (DockerException unreachable) {
                return false;
            }
        }
    }
}
