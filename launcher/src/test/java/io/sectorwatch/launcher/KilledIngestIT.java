package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Killed anywhere and started again, ingesting ends with exactly what an undisturbed run publishes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class KilledIngestIT {
    private static final String UNDISTURBED = "undisturbed.";

    private Path directory = Path.of("");
    private EmbeddedBroker broker;
    private List<String> expected = List.of();

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void runUndisturbed(@TempDir Path temporary) throws Exception {
        directory = temporary;
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("data"));
        createTopics(UNDISTURBED);
        ingest(UNDISTURBED, "releases");
        expected = published(UNDISTURBED);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void publishesWhatIsNewRevisedAndWithdrawn() throws Exception {
        assertThat(expected).hasSizeBetween(1_900, 3 * ReleasesProcess.FIRST).doesNotHaveDuplicates();
        ingest(UNDISTURBED, "releases");
        assertThat(published(UNDISTURBED)).as("published again").isEqualTo(expected);
    }

    /** Before the first transaction, in it, after its commit, in later ones. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 400, 630, 631, 1_260, 1_261, 1_300, 1_700})
    void endsWithTheSameFactsWhenItWasKilledAndStartedAgain(long point) throws Exception {
        String prefix = "killed-at-" + point + ".";
        createTopics(prefix);
        kill(stopped(prefix, "releases", point));

        ingest(prefix, "releases");

        assertThat(published(prefix)).isEqualTo(expected);
    }

    @Test
    void ofTwoRunsAtTheSameTimeOnlyTheLaterOnePublishes() throws Exception {
        String prefix = "twice.";
        createTopics(prefix);
        Running older = stopped(prefix, "releases", 400);
        ingest(prefix, "releases");

        older.process().getOutputStream().write('\n');
        older.process().getOutputStream().flush();

        assertThat(older.await().status()).isEqualTo(2);
        assertThat(older.errSoFar().lines())
                .singleElement()
                .asString()
                .contains("another process publishes under the same transactional id twice.ingest-");
        assertThat(published(prefix)).isEqualTo(expected);
    }

    @Test
    void aKilledRunOfFactsHoldsUpReadersOnlyForSeconds() throws Exception {
        String prefix = "facts.";
        createTopics(prefix);
        kill(stopped(prefix, "facts", 1_000));

        await().atMost(Duration.ofSeconds(30)).until(() -> published(prefix).isEmpty());
        ingest(prefix, "facts");
        assertThat(published(prefix)).hasSize(6 * (ReleasesProcess.AREAS / 10 * 9 + 1));
    }

    private Running stopped(String prefix, String mode, long point) {
        Running running = start(prefix, mode, point);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> running.outSoFar().contains(ReleasesProcess.STOPPED)
                        || !running.process().isAlive());
        assertThat(running.process().isAlive()).as(running.errSoFar()).isTrue();
        return running;
    }

    private static void kill(Running running) {
        running.process().destroyForcibly();
        running.await();
    }

    // Whom nobody kills needs no process of its own.
    private void ingest(String prefix, String mode) throws IOException {
        ReleasesProcess.ingest(broker.bootstrapServer(), prefix, mode, published -> {});
    }

    private Running start(String prefix, String mode, long point) {
        Path logs = directory.resolve("logs-" + System.nanoTime());
        assertThat(logs.toFile().mkdirs()).isTrue();
        return new Cli(logs)
                .start(ReleasesProcess.class, Map.of(), broker.bootstrapServer(), prefix, mode, Long.toString(point));
    }

    private List<String> published(String prefix) {
        return Topic.records(broker.bootstrapServer(), new Topics(prefix).indicators()).stream()
                .sorted(Comparator.comparingInt(ConsumerRecord::partition))
                .map(KilledIngestIT::text)
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        String headers = Arrays.stream(record.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .toList()
                .toString();
        return record.partition() + " " + record.timestamp() + " " + record.key() + " " + headers + " "
                + Base64.getEncoder().encodeToString(record.value());
    }

    private void createTopics(String prefix) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            admin.createTopics(new Topics(prefix)
                            .all(3, List.of()).stream()
                                    .map(spec -> new NewTopic(spec.name(), spec.partitions(), (short) 1)
                                            .configs(spec.configs()))
                                    .toList())
                    .all()
                    .get();
        }
    }
}
