package io.sectorwatch.benchmark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.benchmark.plan.BenchmarkPlan;
import io.sectorwatch.launcher.command.Shutdown;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way once, with a history so small that nothing can be learnt of speed. */
class BenchmarkIT {
    private static final BenchmarkPlan SMALL = new BenchmarkPlan(
            new Workload(10, 20, 10, 1),
            false,
            1,
            8,
            2,
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"),
            null,
            false);

    @Test
    void bothJobsAreMeasuredAndTheProcessorIsRight() {
        Report report;
        try (Shutdown shutdown = new Shutdown()) {
            PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            report = new EndToEnd(SMALL, shutdown, progress).run();
        }

        assertThat(report.processor()).hasSize(1).allMatch(measured -> measured.seconds() > 0);
        assertThat(report.other()).hasSize(1).allMatch(measured -> measured.seconds() > 0);
        assertThat(report.open()).isPositive();
        assertThat(report.transitions()).isGreaterThan(report.open());
        assertThat(report.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void anotherBuildTakesThePlaceOfTheCopy() {
        BenchmarkPlan plan = new BenchmarkPlan(
                SMALL.workload(),
                true,
                1,
                8,
                2,
                SMALL.jvmOptions(),
                Path.of("..").toAbsolutePath(),
                false);
        Report report;
        try (Shutdown shutdown = new Shutdown()) {
            PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            report = new EndToEnd(plan, shutdown, progress).run();
        }

        assertThat(report.other()).hasSize(1).allMatch(measured -> measured.seconds() > 0);
        assertThat(report.lines().get(5)).containsPattern("process +other build +ratio");
    }

    @Test
    void releasesAreComparedWithTheSameFiguresOnTheirOwn() {
        BenchmarkPlan plan = new BenchmarkPlan(SMALL.workload(), true, 1, 8, 2, SMALL.jvmOptions(), null, true);
        Report report;
        try (Shutdown shutdown = new Shutdown()) {
            PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            report = new EndToEnd(plan, shutdown, progress).run();
        }

        assertThat(report.other()).hasSize(1).allMatch(measured -> measured.seconds() > 0);
        assertThat(report.open()).isPositive();
        assertThat(report.lines())
                .allMatch(line -> line.length() <= 80)
                .element(5)
                .asString()
                .containsPattern("process +figure by figure +ratio");
    }

    @Test
    void aReplayDecidesWhatWasDecidedLiveAndBothAreMeasured() {
        List<String> lines;
        try (Shutdown shutdown = new Shutdown()) {
            PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            lines = new LiveAndReplayed(SMALL, shutdown, progress).run();
        }

        assertThat(lines)
                .allMatch(line -> line.length() <= 80)
                .first()
                .asString()
                .matches("[\\d,]+ events, every replay decided the same");
        assertThat(lines.subList(2, 4))
                .allMatch(line -> line.matches("events/s live, .*: +[\\d,]+  ratio \\d+\\.\\d\\d"));
    }
}
