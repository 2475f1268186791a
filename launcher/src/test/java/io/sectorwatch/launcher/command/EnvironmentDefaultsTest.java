package io.sectorwatch.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentDefaultsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anOptionNotGivenIsTakenFromItsVariable() {
        assertThat(run(Map.of("SECTORWATCH_PREFIX", "lab."), "topology")).isZero();
        assertThat(out.toString(UTF_8)).contains("lab.indicators").doesNotContain("sectorwatch.indicators");
    }

    @Test
    void anOptionGivenWinsOverItsVariable() {
        assertThat(run(Map.of("SECTORWATCH_PREFIX", "lab."), "topology", "--prefix", "given."))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("given.indicators").doesNotContain("lab.");
    }

    @Test
    void aListIsWrittenWithCommas() {
        assertThat(run(Map.of("SECTORWATCH_SECTORS", "quantum,Nonsense"), "topics"))
                .isEqualTo(CommandException.UNUSABLE);
        assertThat(err.toString(UTF_8)).startsWith("sectorwatch: --sectors: ").contains("'Nonsense'");
    }

    @Test
    void helpIsNoVariable() {
        assertThat(run(Map.of("SECTORWATCH_HELP", "true"), "topology")).isZero();
        assertThat(out.toString(UTF_8)).doesNotContain("Usage");
    }

    @Test
    void versionIsNoVariable() {
        assertThat(run(Map.of("SECTORWATCH_VERSION", "0.1.0"), "topology")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("Topologies:");
    }

    private int run(Map<String, String> environment, String... arguments) {
        try (Shutdown shutdown = new Shutdown()) {
            return SectorwatchCommand.commandLine(
                            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), environment, shutdown)
                    .execute(arguments);
        }
    }
}
