package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two monitors share one PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class TwoMonitorsIT {
    private static final int FACTS = 10_000;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;

    @BeforeAll
    void publish() {
        topics = new DemoTopics(directory.resolve("data"), 3);
        ManyFacts.publish(topics.server(), FACTS, Instant.parse("2024-05-01T00:00:00Z"));
        topics.stopProcessor();
    }

    @AfterAll
    void stop() {
        topics.close();
    }

    @Test
    void whatOneHasReadTheOtherDoesNotAndWhenOneGoesTheOtherGoesOn() throws Exception {
        String shared = Databases.POSTGRESQL.fresh(directory);
        String alone = Databases.POSTGRESQL.fresh(directory);
        MonitorProcess killed = new MonitorProcess(topics.server(), shared, true);
        try (RunningMonitor stays = new RunningMonitor(topics.server(), shared)) {
            try (RunningMonitor closed = new RunningMonitor(topics.server(), shared)) {
                assertThat(closed.client().get("/health/ready").statusCode()).isEqualTo(200);
                await().atMost(SOON).until(() -> Tables.facts(shared) > FACTS);
            }
            ManyFacts.publish(topics.server(), FACTS, Instant.parse("2024-06-01T00:00:00Z"));
            killed.kill();
            await().atMost(SOON).until(() -> Tables.facts(shared) > 2 * FACTS);
            await().atMost(SOON).untilAsserted(() -> {
                // The processor may still be telling what followed.
                new RunningMonitor(topics.server(), alone).close();
                assertThat(Tables.all(shared).equals(Tables.all(alone))).isTrue();
            });
            assertThat(stays.client().get("/health/ready").statusCode()).isEqualTo(200);
        } finally {
            killed.kill();
        }
    }
}
