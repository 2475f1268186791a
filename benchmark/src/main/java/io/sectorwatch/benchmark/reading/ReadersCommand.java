package io.sectorwatch.benchmark.reading;

import io.sectorwatch.benchmark.measure.Machine;
import io.sectorwatch.benchmark.publication.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How many observations a second become messages. */
@Command(
        name = "readers",
        description =
                "Reads generated publications in one thread, with JMH: observations a second from bytes to messages, "
                        + "beside what the parser below (FastCSV, Woodstox, Jackson) needs for nothing but the syntax.")
public final class ReadersCommand implements Callable<Integer> {
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx512m");
    private static final String ROW = "%-24s%16s%16s%10s%10s";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHAPE", description = "Some of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Shape> shapes = List.of(Shape.values());

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "How long each is measured, after three of warming up (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws RunnerException {
        if (seconds < 1) {
            throw new ParameterException(
                    spec == null ? new CommandLine(this) : spec.commandLine(), "--seconds must be 1 or more");
        }
        say(Machine.description());
        say("one thread, " + String.join(" ", JVM_OPTIONS) + "; median of " + seconds + " seconds");
        say("");
        say(ROW, "observations/s", "to messages", "syntax alone", "ratio", "spread");
        for (Shape shape : shapes) {
            System.err.println(shape.title());
            Speed messages = speed(shape, "messages");
            Speed syntax = speed(shape, "syntax");
            say(
                    ROW,
                    shape.title(),
                    String.format(Locale.ROOT, "%,.0f", messages.median()),
                    String.format(Locale.ROOT, "%,.0f", syntax.median()),
                    String.format(Locale.ROOT, "%.2f", messages.median() / syntax.median()),
                    String.format(Locale.ROOT, "%.0f %%", messages.spread() * 100));
        }
        return 0;
    }

    /**
     * Observations a second.
     *
     * @param spread between the fastest second and the slowest one, as a share of the median
     */
    private record Speed(double median, double spread) {}

    private Speed speed(Shape shape, String method) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("^" + ReaderBenchmark.class.getName().replace(".", "\\.") + "\\." + method + "$")
                        .param("shape", shape.name())
                        .mode(Mode.Throughput)
                        .threads(1)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs(JVM_OPTIONS.toArray(String[]::new))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Result<?> result = results.iterator().next().getPrimaryResult();
        double median = result.getStatistics().getPercentile(50);
        return new Speed(
                median,
                (result.getStatistics().getMax() - result.getStatistics().getMin()) / median);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
