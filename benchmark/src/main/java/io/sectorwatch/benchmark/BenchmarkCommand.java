package io.sectorwatch.benchmark;

import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.benchmark.cluster.ClusterCommand;
import io.sectorwatch.benchmark.endtoend.EndToEnd;
import io.sectorwatch.benchmark.endtoend.Report;
import io.sectorwatch.benchmark.endtoend.WrongResult;
import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.benchmark.measure.Programs;
import io.sectorwatch.benchmark.monitoring.MonitorBenchmarkCommand;
import io.sectorwatch.benchmark.plan.BenchmarkPlan;
import io.sectorwatch.benchmark.publishing.PublishingCommand;
import io.sectorwatch.benchmark.reading.MemoryCommand;
import io.sectorwatch.benchmark.reading.ReadersCommand;
import io.sectorwatch.benchmark.rules.RulesBenchmarkCommand;
import io.sectorwatch.benchmark.telling.DeliveryBenchmarkCommand;
import io.sectorwatch.benchmark.telling.LatencyBenchmarkCommand;
import io.sectorwatch.launcher.command.Shutdown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the benchmark. */
@Command(
        name = "benchmark/run",
        description = {
            "Publishes a generated history to a broker in another process, runs 'process' on it and, in turn, a plain "
                    + "consumer and transactional producer that only parses the same events; prints what both took.",
            "Everything is kept in a temporary directory, and is gone at the end. Exit status 1 says that what was "
                    + "decided is wrong, or that a job failed."
        },
        subcommands = {
            RulesBenchmarkCommand.class,
            ReadersCommand.class,
            MemoryCommand.class,
            PublishingCommand.class,
            MonitorBenchmarkCommand.class,
            DeliveryBenchmarkCommand.class,
            LatencyBenchmarkCommand.class,
            ReplayBenchmarkCommand.class,
            ClusterCommand.class
        })
public final class BenchmarkCommand implements Callable<Integer> {
    /** What the jobs run with where nothing else is said: what ./sectorwatch process does, and a larger heap. */
    static final String JVM_OPTIONS = "-XX:+UseSerialGC -XX:CompileThresholdScaling=4 -XX:MaxInlineLevel=7"
            + " -XX:FreqInlineSize=100 -Xmx1200m -Xmn500m";

    private static final int PARTITIONS = 8;
    private static final int DONE = 0;
    private static final int FAILED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Say what the command does.")
    @SuppressWarnings("UnusedVariable") // Set by picocli, which also acts on it.
    private boolean help;

    @Option(
            names = "--events",
            paramLabel = "NUMBER",
            description = "About how many events, such as 2.1M (default) or 8.4M; sets the indicators.")
    private @Nullable String events;

    @Option(names = "--indicators", description = "How many indicators, with a rule each (default: 200).")
    private @Nullable Integer indicators;

    @Option(
            names = "--areas",
            defaultValue = "200",
            description = "How many areas, one of them the benchmark (default: ${DEFAULT-VALUE}).")
    private int areas;

    @Option(names = "--periods", defaultValue = "50", description = "How many years (default: ${DEFAULT-VALUE}).")
    private int periods;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another one is another history (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--plain", description = "Publish the bare JSON, without CloudEvents headers.")
    private boolean plain;

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "Rounds, each of which runs both jobs once (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--against",
            paramLabel = "DIRECTORY",
            description =
                    "Compare with another build of Sectorwatch, such as a clone of an older commit, instead of with "
                            + "the plain copy.")
    private @Nullable Path against;

    @Option(
            names = "--releases",
            description =
                    "Publish the figures of an indicator and year as a release, and compare with the same figures "
                            + "published each on its own.")
    private boolean releases;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of each job (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            defaultValue = JVM_OPTIONS,
            description = "JVM options of each job (default: ${DEFAULT-VALUE}).")
    private String jvm = JVM_OPTIONS;

    public static void main(String[] args) {
        CommandLine commandLine = new CommandLine(new BenchmarkCommand()).setParameterExceptionHandler((wrong, all) -> {
            System.err.println("benchmark: " + wrong.getMessage() + " (see benchmark/run --help)");
            return CommandLine.ExitCode.USAGE;
        });
        System.exit(commandLine.execute(args));
    }

    @Override
    public Integer call() {
        BenchmarkPlan plan = plan();
        try (Shutdown shutdown = new Shutdown()) {
            return measure(plan, shutdown);
        }
    }

    private static int measure(BenchmarkPlan plan, Shutdown shutdown) {
        try {
            Report report = new EndToEnd(plan, shutdown, System.err).run();
            report.lines().forEach(System.out::println);
            if (!report.notMeasured().isEmpty()) {
                System.out.println(report.notMeasured());
            }
            return DONE;
        } catch (WrongResult | JobFailure | ServerException | KafkaException e) {
            // Ctrl-C ends the jobs and the broker as well, and that they ended is no news.
            if (!shutdown.forced()) {
                System.err.println("benchmark: " + e.getMessage());
            }
            return FAILED;
        }
    }

    /** What the options say is to be measured. */
    BenchmarkPlan plan() {
        if (events != null && indicators != null) {
            throw wrong("--events and --indicators say the same; give one of them");
        }
        if (releases && against != null) {
            throw wrong("--releases and --against each say what to compare with; give one of them");
        }
        if (runs < 1 || threads < 1) {
            throw wrong("--runs and --threads must be 1 or more");
        }
        try {
            Workload workload = events == null
                    ? new Workload(indicators == null ? 200 : indicators, areas, periods, seed)
                    : Workload.ofEvents(number(events), areas, periods, seed);
            return new BenchmarkPlan(workload, plain, runs, PARTITIONS, threads, options(), against(), releases);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Path against() {
        if (against != null && !Files.exists(Programs.launcher(against))) {
            throw new IllegalArgumentException(
                    "--against " + against + " holds no build; run ./sectorwatch --version there first");
        }
        return against == null ? null : against.toAbsolutePath();
    }

    private List<String> options() {
        return jvm.isBlank() ? List.of() : List.of(jvm.strip().split("\\s+"));
    }

    private static double number(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        double unit = upper.endsWith("M") ? 1e6 : upper.endsWith("K") ? 1e3 : 1;
        String digits = unit == 1 ? upper : upper.substring(0, upper.length() - 1);
        if (!digits.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("--events '" + text + "' is not a number such as 2.1M or 50000");
        }
        return Double.parseDouble(digits) * unit;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), why);
    }
}
