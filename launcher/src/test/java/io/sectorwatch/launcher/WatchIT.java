package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.application.watch.Office;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An office, a folder and a broker, watched through outages of each and through kills of the watch itself. */
@Timeout(180)
class WatchIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int MANY = 1_000;
    // The broker counts what it keeps, compressed, over ten seconds: a few kilobytes must be far too much.
    private static final double SLOW = 100;
    private static final String FIRST = Office.edition("2024-03-28", "2.55", "2.64");
    private static final String REVISED = Office.edition("2025-01-23", "2.55", "2.58");

    @TempDir
    private Path directory = Path.of("");

    private final int port = Cli.freePort();
    private Path folder = Path.of("");
    private EmbeddedBroker broker;
    private Office office;
    private Running running;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws Exception {
        folder = Files.createDirectories(directory.resolve("folder"));
        startBroker();
        office = new Office(FIRST);
        write(fact("2021", "2.4"));
        running = watch("state");
    }

    @AfterEach
    void stop() {
        running.process().destroyForcibly();
        office.close();
        broker.close();
    }

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        awaits("published 3 facts (3 new); 2 sources read, 0 unchanged; 1 failed.");
        assertThat(running.errSoFar()).contains("/gone: answered with status 404");

        office.shut();
        write(fact("2021", "2.4") + fact("2022", "2.5"));
        awaits("published 1 fact (1 new); 1 source read, 0 unchanged; 2 failed.");
        assertThat(running.errSoFar()).contains("ZS?format=json: its server takes no connection, 3 times");

        broker.close();
        awaits("no Kafka server answers at 127.0.0.1:" + port);
        kill();
        running = watch("state");
        awaits("no Kafka server answers at 127.0.0.1:" + port);
        office.open(REVISED);
        startBroker();
        awaits("published 1 fact (1 revised); 1 source read, 1 unchanged; 1 failed.");

        kill();
        running = watch("state");
        awaits("nothing new; 0 sources read, 2 unchanged; 1 failed.");
        assertThat(office.answers()).contains("304");

        kill();
        running = watch("lost");
        awaits("nothing new; 2 sources read, 0 unchanged; 1 failed.");
        assertThat(Topic.facts(broker.bootstrapServer(), TOPICS.indicators()))
                .extracting(WatchIT::figure)
                .containsExactly("FRA 2021 2.4", "CHN 2022 2.55", "CHN 2023 2.64", "FRA 2022 2.5", "CHN 2023 2.58");
    }

    @Test
    void whatItIsKilledInTheMiddleOfComesOnce() throws Exception {
        awaits("published 3 facts (3 new); 2 sources read, 0 unchanged; 1 failed.");
        allowBytesPerSecond(SLOW);
        write(IntStream.range(0, MANY)
                .mapToObj(i -> fact(Integer.toString(1100 + i), "2.4"))
                .collect(Collectors.joining()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Topic.hasOpenTransaction(broker.bootstrapServer(), TOPICS.indicators()));
        kill();

        allowBytesPerSecond(null);
        running = watch("state");
        // The figure of 2021 was there before.
        awaits("published " + (MANY - 1) + " facts");
        assertThat(Topic.facts(broker.bootstrapServer(), TOPICS.indicators()))
                .extracting(WatchIT::figure)
                .hasSize(MANY + 2)
                .doesNotHaveDuplicates();
    }

    /** Slows publishing down in the broker; not with null. */
    private void allowBytesPerSecond(@Nullable Double rate) throws Exception {
        ClientQuotaEntity everybody =
                new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                            everybody, List.of(new ClientQuotaAlteration.Op("producer_byte_rate", rate)))))
                    .all()
                    .get();
        }
    }

    private void awaits(String words) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> rounds().contains(words) || !running.process().isAlive());
        assertThat(rounds()).contains(words);
    }

    private String rounds() {
        return running.errSoFar().replaceAll("\\R {2}", " ");
    }

    private Running watch(String state) {
        return new Cli(directory(state + "-" + System.nanoTime()))
                .start(
                        Map.of("SECTORWATCH_BOOTSTRAP_SERVER", broker.bootstrapServer()),
                        "ingest",
                        "--watch",
                        "--every",
                        "PT5S",
                        "--state",
                        directory.resolve(state).toString(),
                        office.address(Office.PATH),
                        office.address("/gone"),
                        folder.toString());
    }

    private Path directory(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill() {
        running.process().destroyForcibly();
        running.await();
    }

    private void startBroker() throws Exception {
        broker = EmbeddedBroker.start(port, directory.resolve("data"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            new TopicSetup(admin).apply(TOPICS.all(1, List.of()));
        }
    }

    // A file that was written to just now is left for a while.
    private void write(String facts) throws IOException {
        Path file = Files.writeString(folder.resolve(".writing"), facts);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        Files.move(file, folder.resolve("facts.jsonl"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String fact(String period, String value) {
        return "{\"indicator\":\"rd-intensity\",\"area\":\"FRA\",\"period\":\"" + period + "\",\"value\":" + value
                + ",\"published\":\"2023-01-01T00:00:00Z\",\"source\":{\"id\":\"example\"}}\n";
    }

    private static String figure(ConsumerRecord<String, byte[]> record) {
        Observation figure = (Observation) new IndicatorCodec().read(record.value());
        return figure.series().area() + " " + figure.period() + " " + figure.value();
    }
}
