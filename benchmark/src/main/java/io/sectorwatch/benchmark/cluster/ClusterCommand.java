package io.sectorwatch.benchmark.cluster;

import io.sectorwatch.benchmark.measure.Machine;
import io.sectorwatch.benchmark.measure.Measurement;
import io.sectorwatch.benchmark.measure.Values;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.launcher.command.Shutdown;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a cluster of brokers and processors decides what the engine does, whatever is killed. */
@Command(
        name = "cluster",
        description = {
            "Starts three brokers and three instances of 'process', each in a process of its own, publishes facts, kills "
                    + "brokers and instances one at a time and starts them again, and compares every log of alerts byte for "
                    + "byte with the engine's.",
            "Exit status 1 says that one differs, or that something did not come back."
        })
public final class ClusterCommand implements Callable<Integer> {
    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Draws facts and disturbances (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--minutes", defaultValue = "5", description = "For so long at least (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            description = "What happens: some of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Disturbance.Kind> kinds = List.of(Disturbance.Kind.values());

    @Override
    public Integer call() throws Exception {
        return Measurement.exitStatus(this::weather, System.err);
    }

    private boolean weather(Shutdown shutdown) {
        System.out.println(Machine.description());
        System.out.printf(Locale.ROOT, "seed %d%n", seed);
        Random random = new Random(seed);
        Storm storm = new Storm(shutdown, shutdown.add(WorkingDirectory.make()).path(), seed, System.out::println);
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        while (System.nanoTime() < end) {
            for (Disturbance next : Disturbance.round(random, kinds)) {
                if (System.nanoTime() < end) {
                    storm.disturb(next);
                }
            }
        }
        Storm.Outcome outcome = storm.end();
        outcome.differences().forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "%,d facts and corrections, %,d transitions, %d logs that differ%n",
                outcome.facts(),
                outcome.transitions(),
                outcome.differences().size());
        if (!outcome.takeovers().isEmpty()) {
            System.out.println("warm takeover in s, median (range): "
                    + Values.of(outcome.takeovers().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray())
                            .text(1));
        }
        return outcome.differences().isEmpty();
    }
}
