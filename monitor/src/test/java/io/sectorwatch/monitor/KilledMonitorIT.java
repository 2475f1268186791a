package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Killed while it reads and started again, a monitor ends with the tables of one that nobody disturbed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(400)
class KilledMonitorIT {
    private static final int FACTS = 20_000;
    private static final int KILLS = 20;

    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;

    @BeforeAll
    void publish() {
        topics = new DemoTopics(directory.resolve("data"), 2);
        ManyFacts.publish(topics.server(), FACTS, Instant.parse("2024-05-01T00:00:00Z"));
        topics.stopProcessor();
    }

    @AfterAll
    void stop() {
        topics.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsMissingAndNothingStandsTwice(Databases database) throws Exception {
        String undisturbed = database.fresh(directory);
        new RunningMonitor(topics.server(), undisturbed).close();

        String killed = database.fresh(directory);
        int inTheMiddle = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long enough = (long) kill * FACTS / KILLS;
            MonitorProcess monitor = new MonitorProcess(topics.server(), killed, false);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(3))
                    .until(() -> Tables.facts(killed) >= enough);
            monitor.kill();
            inTheMiddle += Tables.facts(killed) < FACTS ? 1 : 0;
        }
        assertThat(inTheMiddle).as("kills before all was read").isGreaterThan(KILLS / 2);
        new RunningMonitor(topics.server(), killed).close();

        assertThat(Tables.all(killed)).isEqualTo(Tables.all(undisturbed));
    }
}
