package io.sectorwatch.benchmark.publishing;

import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.benchmark.measure.Machine;
import io.sectorwatch.benchmark.measure.Programs;
import io.sectorwatch.benchmark.measure.Values;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What publishing a release costs beside sending its bytes. */
@Command(
        name = "publishing",
        description =
                "Publishes a generated release to a broker in another process, as 'ingest' does in its transaction, and "
                        + "in turn with it the same finished records with a plain producer of Kafka's own settings, "
                        + "and with one of batches as large as those of 'ingest'.")
public final class PublishingCommand implements Callable<Integer> {
    /** As the command runs, but for the memory: the finished records of the plain producer have to be somewhere. */
    private static final String JVM_OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g";

    private static final int WARM_UP = 2;
    private static final int PARTITIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String ROW = "%-24s%30s%10s";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--facts", defaultValue = "99000", description = "About how many (default: ${DEFAULT-VALUE}).")
    private long facts;

    @Option(names = "--runs", defaultValue = "7", description = "Rounds after warming up (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            defaultValue = JVM_OPTIONS,
            description = "JVM options of the publishers (default: ${DEFAULT-VALUE}).")
    private String jvm = JVM_OPTIONS;

    @Override
    public Integer call() {
        if (facts < 1 || runs < 1) {
            throw new ParameterException(
                    spec == null ? new CommandLine(this) : spec.commandLine(), "--facts and --runs must be 1 or more");
        }
        try (Shutdown shutdown = new Shutdown()) {
            try {
                report(measure(shutdown));
                return 0;
            } catch (JobFailure | ServerException e) {
                if (!shutdown.forced()) {
                    System.err.println("benchmark: " + e.getMessage());
                }
                return 1;
            }
        }
    }

    private List<String> measure(Shutdown shutdown) {
        Path directory = shutdown.add(WorkingDirectory.make()).path();
        Programs programs = new Programs(shutdown, directory);
        System.err.println("Starting a broker at " + programs.address() + ".");
        programs.broker();
        programs.topics(new Topics(Topics.DEFAULT_PREFIX), PARTITIONS);
        System.err.println("Publishing " + (WARM_UP + runs) + " times with each.");
        PublishingJob.Task task =
                new PublishingJob.Task(programs.address(), PARTITIONS, facts, WARM_UP + runs, directory);
        try (Jvm job = Jvm.start(
                shutdown,
                "the publishing",
                directory.resolve("publishing.out"),
                List.of(jvm.strip().split("\\s+")),
                PublishingJob.class,
                task.arguments())) {
            job.awaitSuccess(PATIENCE);
            return job.said().lines().toList();
        }
    }

    private void report(List<String> lines) {
        long[] size = lines.stream()
                .filter(line -> line.startsWith(PublishingJob.FACTS + ' '))
                .findFirst()
                .map(line -> Arrays.stream(line.split(" "))
                        .skip(1)
                        .mapToLong(Long::parseLong)
                        .toArray())
                .orElseThrow();
        say("%,d facts, %.0f MB in all, %d partitions", size[0], size[1] / 1e6, PARTITIONS);
        say(Machine.description());
        say(jvm);
        say("");
        say(ROW, "", "facts/s", "ratio");
        double[] ingest = speeds(lines, PublishingJob.INGEST, size[0]);
        row("ingest, publishing", ingest, "");
        compared("plain producer", ingest, speeds(lines, PublishingJob.PLAIN, size[0]));
        compared("with ingest's batches", ingest, speeds(lines, PublishingJob.BATCHED, size[0]));
        row("ingest, all of it", speeds(lines, PublishingJob.WHOLE, size[0]), "");
        say("");
        say("Medians (and range) of %d alternating rounds. The ratios are of ingest's", ingest.length);
        say("publishing; all of it is reading and comparing too.");
    }

    private static void compared(String what, double[] ingest, double[] plain) {
        double[] ratios = IntStream.range(0, ingest.length)
                .mapToDouble(i -> ingest[i] / plain[i])
                .toArray();
        row(what, plain, Values.of(ratios).middle(2));
    }

    private static void row(String what, double[] speeds, String ratio) {
        say(ROW, what, Values.of(speeds).text(0), ratio);
    }

    private static double[] speeds(List<String> lines, String what, long count) {
        return lines.stream()
                .filter(line -> line.startsWith(what + ' '))
                .skip(WARM_UP)
                .mapToDouble(line -> count / Double.parseDouble(line.substring(what.length() + 1)))
                .toArray();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
