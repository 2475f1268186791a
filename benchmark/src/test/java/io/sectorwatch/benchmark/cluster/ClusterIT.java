package io.sectorwatch.benchmark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.benchmark.cluster.Disturbance.Kind;
import io.sectorwatch.launcher.command.Shutdown;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers and three processors, killed one after the other while facts come: every log is the engine's. It takes
 * minutes.
 */
@Timeout(600)
@EnabledIfEnvironmentVariable(named = "SECTORWATCH_TEST_THOROUGHLY", matches = ".+")
class ClusterIT {
    private static final long SEED = 20_240_223;

    @Test
    void decidesTheSameWhateverIsKilled(@TempDir Path directory) {
        Storm.Outcome outcome = storm(
                directory,
                new Disturbance(Kind.INSTANCE_KILLED, 1),
                new Disturbance(Kind.BROKER_KILLED, 1),
                new Disturbance(Kind.INSTANCE_RESTARTED, 2),
                new Disturbance(Kind.BROKER_KILLED, 2),
                new Disturbance(Kind.INSTANCE_KILLED, 3),
                new Disturbance(Kind.BROKER_KILLED, 3));

        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.transitions()).isGreaterThan(100);
        assertThat(outcome.takeovers()).hasSize(2);
    }

    private static Storm.Outcome storm(Path directory, Disturbance... disturbances) {
        try (Shutdown shutdown = new Shutdown()) {
            System.out.println("seed " + SEED);
            Storm storm = new Storm(shutdown, directory, SEED, System.out::println);
            List.of(disturbances).forEach(storm::disturb);
            return storm.end();
        }
    }
}
