package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Killed while it reads and started again, a monitor ends with the tables of one that nobody disturbed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(900)
class KilledMonitorIT {
    private static final int FACTS = 5_000;
    // Each is the start of a JVM.
    private static final int KILLS = System.getenv("SECTORWATCH_TEST_THOROUGHLY") == null ? 8 : 20;
    private static final int FEW = 4;
    private static final int MOST_MS = 2_000;
    private static final Instant BEGINNING = Instant.parse("2001-05-01T00:00:00Z");

    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;
    private int published;

    @BeforeAll
    void start() {
        topics = new DemoTopics(directory.resolve("data"), 2);
        topics.stopProcessor();
    }

    @AfterAll
    void stop() {
        topics.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsMissingAndNothingStandsTwice(Databases database) throws Exception {
        long seed = Long.getLong("sectorwatch.seed", System.nanoTime());
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        String killed = database.fresh(directory);
        int whileItRead = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % FEW == 0) {
                publish(FACTS);
            }
            MonitorProcess monitor = new MonitorProcess(topics.server(), killed, false);
            monitor.killAfter(Duration.ofMillis(random.nextInt(MOST_MS)));
            whileItRead += Tables.facts(killed) < published ? 1 : 0;
        }
        assertThat(whileItRead).as("kills before all was read").isGreaterThan(KILLS / 2);
        new RunningMonitor(topics.server(), killed).close();
        String undisturbed = database.fresh(directory);
        new RunningMonitor(topics.server(), undisturbed).close();

        assertThat(Tables.all(killed)).isEqualTo(Tables.all(undisturbed));
    }

    private void publish(int facts) {
        ManyFacts.publish(topics.server(), facts, BEGINNING.plusSeconds(published));
        published += facts;
    }
}
