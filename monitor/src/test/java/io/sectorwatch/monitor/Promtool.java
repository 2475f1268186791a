package io.sectorwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** What Prometheus itself says of metrics and of its own files. */
final class Promtool {
    /** Fails where it has anything to say of metrics. */
    static void checkMetrics(String scrape) throws Exception {
        assertThat(run(scrape, "check", "metrics")).isEmpty();
    }

    /** Fails where it refuses, and returns what it says. */
    static String run(String in, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(in.getBytes(UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    static void assume() {
        boolean isThere;
        try {
            isThere = new ProcessBuilder("promtool", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            isThere = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        assumeTrue(isThere, "promtool is not installed: metrics and alert rules were not held against Prometheus");
    }

    private Promtool() {}
}
