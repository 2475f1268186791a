package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final String UNDISTURBED = "undisturbed";

    private Path directory = Path.of("");
    private Result demo = new Result(1, "", "");
    private String alerts = "";

    @BeforeAll
    void runUndisturbed(@TempDir Path temporary) {
        directory = temporary;
        demo = demo(UNDISTURBED);
        alerts = alerts(UNDISTURBED);
    }

    @Test
    void tellsTheBriefsStoryAndEnds() {
        assertThat(demo.status()).as(demo.err()).isZero();
        assertThat(demo.out())
                .containsSubsequence(
                        "2024-02-23  RAISED     info      certain   CHN/economy  China's R&D intensity of 2023 is more"
                                + " than 2.6 %: at least 2.6 %",
                        "2024-02-23  RAISED     warning   possible  CHN/economy",
                        "2024-02-29  UPDATED    info      certain   CHN/economy  China's R&D intensity of 2023 was"
                                + " revised from more than 2.6 to 2.64 %",
                        "2025-01-23  RETRACTED  info      certain   CHN/economy  China's R&D intensity of 2023 was"
                                + " revised from 2.65 to 2.58 %: it never was at least 2.6 %",
                        "2025-01-23  RAISED     info      certain   CHN/economy  China's R&D intensity of 2024 is"
                                + " 2.68 %: at least 2.6 %",
                        " CHN   warning  rd-intensity  2024     2.69   +0.11  -0.01       7 ");
        assertThat(demo.err()).contains("Published 1,139 facts.", "./sectorwatch alerts --bootstrap-server 127.0.0.1:");
    }

    @Test
    void leavesTheSameAlertsWhenItIsRunTwice() {
        Result again = demo(UNDISTURBED);

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(alerts(UNDISTURBED)).isEqualTo(alerts);
        assertThat(alerts.lines()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    }

    @Test
    void leavesTheSameAlertsWhenItIsKilledHalfWayAndStartedAgain() {
        Running killed = cli("killed").start(Map.of(), demoArguments("killed", false));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> killed.outSoFar().contains("RAISED"));
        killed.process().destroyForcibly();
        killed.await();

        Result again = demo("killed");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(alerts("killed")).isEqualTo(alerts);
    }

    @Test
    void decidesTheSameOnThreePartitions() {
        Result three =
                cli("three").run("demo", "--exit", "--partitions", "3", "--data", data("three"), "--port", port());

        assertThat(three.status()).as(three.err()).isZero();
        assertThat(alerts("three").lines().sorted())
                .containsExactlyElementsOf(alerts.lines().sorted().toList());
    }

    private Result demo(String name) {
        return cli(name).run(demoArguments(name, true));
    }

    private String[] demoArguments(String name, boolean exit) {
        return exit
                ? new String[] {"demo", "--exit", "--data", data(name), "--port", port()}
                : new String[] {"demo", "--data", data(name), "--port", port()};
    }

    private String alerts(String name) {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Cli.freePort(), directory.resolve(name).resolve("broker"))) {
            Result alerts =
                    cli(name).run("alerts", "--bootstrap-server", broker.bootstrapServer(), "--output", "jsonl");
            assertThat(alerts.status()).as(alerts.err()).isZero();
            return alerts.out();
        }
    }

    private Cli cli(String name) {
        Path logs = directory.resolve(name + "-logs-" + System.nanoTime());
        assertThat(logs.toFile().mkdirs()).isTrue();
        return new Cli(logs);
    }

    private String data(String name) {
        return directory.resolve(name).toString();
    }

    private static String port() {
        return Integer.toString(Cli.freePort());
    }
}
