package io.sectorwatch.application.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

    /** Each counts its own dead: the first one has none. */
    @Test
    void whereOneRunsAnotherFollowsABrokerThatWasKilled(@TempDir Path third) throws Exception {
        createTopic(other, "there");
        beginTransactions(other);
        Path left = third.resolve("broker");
        copyAsAPowerCutLeavesIt(second.resolve("broker"), left);
        assertThat(KilledBroker.left(left)).isTrue();

        try (EmbeddedBroker follower = EmbeddedBroker.start(FreePort.find(), left)) {
            createTopic(follower, "goes-on");
        }
        assertThat(one.failure()).isNotDone();
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

    private static void beginTransactions(EmbeddedBroker broker) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServer(), "transactional.id", "any");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
        }
    }

    private static void copyAsAPowerCutLeavesIt(Path running, Path copy) throws IOException {
        Files.walkFileTree(running, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectory(copy.resolve(running.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.toString().endsWith(".tmp")) {
                    Files.copy(file, copy.resolve(running.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            // What is written beside and put in its place comes and goes.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
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
