package io.sectorwatch.benchmark;

import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.benchmark.endtoend.LiveAndReplayed;
import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.benchmark.plan.BenchmarkPlan;
import io.sectorwatch.launcher.command.Shutdown;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What a replay costs beside deciding live. */
@Command(
        name = "replay",
        description = "Decides a generated history live and then replays it from the same broker, and prints how fast"
                + " both were. Options stand before the word: benchmark/run --events 300K --runs 1 replay.")
final class ReplayBenchmarkCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable BenchmarkCommand benchmark;

    @Override
    public Integer call() {
        if (benchmark == null) {
            throw new IllegalStateException("a command was run without the one it belongs to");
        }
        BenchmarkPlan plan = benchmark.plan();
        try (Shutdown shutdown = new Shutdown()) {
            try {
                new LiveAndReplayed(plan, shutdown, System.err).run().forEach(System.out::println);
                return 0;
            } catch (JobFailure | ServerException | KafkaException e) {
                // Ctrl-C ends the jobs and the broker as well, and that they ended is no news.
                if (!shutdown.forced()) {
                    System.err.println("benchmark: " + e.getMessage());
                }
                return 1;
            }
        }
    }
}
