package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.ingest.publish.TickPublisher;
import io.sectorwatch.ingest.tick.DailyTicks;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ticks on a real broker, by clocks that are not the present one. */
@Timeout(90)
class DailyTicksIT {
    private static final Map<String, Object> SOON_GIVEN_UP = Map.of(
            "request.timeout.ms", 2_000,
            "default.api.timeout.ms", 2_000,
            "max.block.ms", 5_000,
            "delivery.timeout.ms", 6_000);
    private static final Topics TOPICS = new Topics("test.");
    private static final int PARTITIONS = 3;
    private static final Instant MIDNIGHT = Instant.parse("2025-06-02T00:00:00Z");
    private static final Instant JUST_BEFORE = MIDNIGHT.minusMillis(50);

    private Path directory = Path.of("");
    private EmbeddedBroker broker;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) {
        directory = temporary;
        broker = EmbeddedBroker.start(Cli.freePort(), directory);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            new TopicSetup(admin).apply(TOPICS.all(PARTITIONS, List.of()));
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void todaysComesAtOnceAndTheNextAtMidnight() {
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Instant yesterday = midnight.minus(1, ChronoUnit.DAYS);
        Duration untilMidnightIsNear = Duration.between(Instant.now(), midnight).minus(Duration.ofSeconds(7));
        try (DailyTicks ticks = ticks(Clock.offset(Clock.systemUTC(), untilMidnightIsNear), Map.of())) {
            ticks.start();
            await().atMost(Duration.ofSeconds(6)).until(() -> heard.contains(yesterday + " by us"));
            assertThat(published()).containsExactly(yesterday.toString(), yesterday.toString(), yesterday.toString());

            await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains(midnight + " by us"));
        }
        assertThat(published()).hasSize(2 * PARTITIONS).endsWith(midnight.toString());
    }

    @Test
    void afterAnOutageOnlyTheNewestComesAndAfterARestartNone() {
        publishOnce(JUST_BEFORE.minus(30, ChronoUnit.DAYS));
        publishOnce(MIDNIGHT.plusSeconds(1));
        publishOnce(MIDNIGHT.plusSeconds(60));

        assertThat(heard).containsExactly("2025-05-02T00:00:00Z by us", MIDNIGHT + " by us", MIDNIGHT + " by somebody");
        assertThat(published()).hasSize(2 * PARTITIONS);
    }

    @Test
    void whatFailsIsToldOnceAndTriedUntilItSucceeds() {
        int port = Integer.parseInt(broker.bootstrapServer().split(":", 2)[1]);
        broker.close();
        // Only so near to midnight is there but a moment between two attempts.
        try (DailyTicks ticks = ticks(InstantSource.fixed(JUST_BEFORE), SOON_GIVEN_UP)) {
            ticks.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> heard.size() == 1);
            broker = EmbeddedBroker.start(port, directory);
            await().atMost(Duration.ofSeconds(30)).until(() -> heard.size() == 2);
        }
        assertThat(heard)
                .containsExactly(
                        "2025-06-01T00:00:00Z failed: Kafka at 127.0.0.1:" + port + " does not answer: is it"
                                + " running, and is this its address?",
                        "2025-06-01T00:00:00Z by us");
        assertThat(published()).hasSize(PARTITIONS);
    }

    private void publishOnce(Instant now) {
        try (DailyTicks ticks = ticks(InstantSource.fixed(now), Map.of())) {
            ticks.publishDue();
        }
    }

    private DailyTicks ticks(InstantSource clock, Map<String, Object> timeouts) {
        Map<String, Object> config = new HashMap<>(timeouts);
        config.put("bootstrap.servers", broker.bootstrapServer());
        return new DailyTicks(clock, new TickPublisher(config, TOPICS), new DailyTicks.Listener() {
            @Override
            public void published(Tick tick, boolean byOurselves) {
                heard.add(tick.tick() + (byOurselves ? " by us" : " by somebody"));
            }

            @Override
            public void failed(Tick tick, RuntimeException reason) {
                heard.add(tick.tick() + " failed: " + reason.getMessage());
            }
        });
    }

    /** The moments of all ticks, each as often as it stands in a partition, the oldest first. */
    private List<String> published() {
        return Topic.records(broker.bootstrapServer(), TOPICS.indicators()).stream()
                .map(record -> new String(record.value(), UTF_8))
                .map(value -> value.replace("{\"tick\":\"", "").replace("\"}", ""))
                .sorted()
                .toList();
    }
}
