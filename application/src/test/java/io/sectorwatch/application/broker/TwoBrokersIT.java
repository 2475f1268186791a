package io.sectorwatch.application.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two brokers in one process: what ends one of them leaves the other alone. */
@Timeout(120)
class TwoBrokersIT {
    @TempDir
    private Path first = Path.of("");

    @TempDir
    private Path second = Path.of("");

    private EmbeddedBroker one;
    private EmbeddedBroker other;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        one = EmbeddedBroker.start(FreePort.find(), Files.createDirectory(first.resolve("broker")));
        other = EmbeddedBroker.start(FreePort.find(), Files.createDirectory(second.resolve("broker")));
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
    }

    @Test
    void aBrokerThatLosesItsDiskEndsAlone() throws Exception {
        loseDisk(first.resolve("broker"));

        assertThatThrownBy(() -> one.failure().orTimeout(60, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(BrokerException.class)
                .hasMessageContaining("the embedded broker gave up");

        assertThat(other.failure()).isNotDone();
        createTopic(other, "goes-on");
    }

    @Test
    void theFirstIsStillWatchedOverWhenTheSecondHasBeenStopped() throws Exception {
        other.close();

        createTopic(one, "goes-on");
        loseDisk(first.resolve("broker"));
        assertThatThrownBy(() -> one.failure().orTimeout(60, TimeUnit.SECONDS).join())
                .hasCauseInstanceOf(BrokerException.class);
        assertThat(other.failure()).isNotDone();
    }

    @Test
    void nobodyKnowsWhichItIsThatAThreadOfNeitherGivesUp() {
        CompletableFuture<Void> unknown =
                CompletableFuture.runAsync(() -> Exit.halt(1), work -> new Thread(work, "of-no-broker").start());

        assertThatThrownBy(unknown::join).hasCauseInstanceOf(BrokerException.class);
        assertThat(one.failure()).isCompletedExceptionally();
        assertThat(other.failure()).isCompletedExceptionally();
    }

    // Nothing can be written any more, and the next topic needs a directory.
    private void loseDisk(Path directory) throws IOException {
        Files.move(directory, directory.resolveSibling("elsewhere"));
        Files.createFile(directory);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", one.bootstrapServer()))) {
            admin.createTopics(List.of(new NewTopic("lost", Optional.of(1), Optional.empty())));
            admin.close(Duration.ofSeconds(1));
        }
    }

    private static void createTopic(EmbeddedBroker broker, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            // A controller answers before the broker has heard of it.
            await().untilAsserted(
                            () -> assertThat(admin.listTopics().names().get()).contains(name));
        }
    }
}
