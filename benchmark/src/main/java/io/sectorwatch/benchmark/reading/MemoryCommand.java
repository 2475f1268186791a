package io.sectorwatch.benchmark.reading;

import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.benchmark.publication.GeneratedContents;
import io.sectorwatch.benchmark.publication.Shape;
import io.sectorwatch.benchmark.state.StateMemory;
import io.sectorwatch.launcher.Sectorwatch;
import io.sectorwatch.launcher.command.Shutdown;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the processor's state weighs, and that a large file needs no more memory than a small one. */
@Command(
        name = "memory",
        description = {
            "Prints what a vintage, a series and a watch weigh in the engine's state, measured in this process; --state "
                    + "prints nothing else.",
            "Runs 'ingest --dry-run' on generated publications of a megabyte and of a gigabyte, each in a process of its "
                    + "own with a small heap, and prints the most memory that it ever had.",
            "A gigabyte takes some minutes, and its facts, sorted, two or three more of temporary disk space."
        })
public final class MemoryCommand implements Callable<Integer> {
    private static final String JVM_OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m";
    private static final int MEGABYTE = 1_000_000;
    /** With fewer, what the process itself makes meanwhile is no longer small beside them. */
    private static final int FEWEST_INDICATORS = 100;

    private static final String ROW = "%-24s%9s%9s%14s%9s%9s";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SHAPE", description = "Some of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Shape> shapes = List.of(Shape.values());

    @Option(names = "--state", description = "Measure the engine's state alone.")
    private boolean state;

    @Option(
            names = "--indicators",
            defaultValue = "200",
            description = "Indicators in the state, of 200 areas and 50 years each (default: ${DEFAULT-VALUE}).")
    private int indicators;

    @Option(
            names = "--megabytes",
            defaultValue = "1000",
            description = "Size of the large publication (default: ${DEFAULT-VALUE}).")
    private int megabytes;

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            defaultValue = JVM_OPTIONS,
            description = "JVM options of 'ingest' (default: ${DEFAULT-VALUE}).")
    private String jvm = JVM_OPTIONS;

    @Override
    public Integer call() throws IOException {
        if (megabytes < 1 || indicators < FEWEST_INDICATORS) {
            throw new ParameterException(
                    spec == null ? new CommandLine(this) : spec.commandLine(),
                    "--megabytes must be 1 or more, and --indicators " + FEWEST_INDICATORS + " or more");
        }
        printState(StateMemory.measure(indicators));
        return state ? 0 : readFiles();
    }

    private static void printState(StateMemory measured) {
        say("%,d vintages of %,d series under %,d watches", measured.vintages(), measured.series(), measured.watches());
        say("bytes a vintage        %,.0f", measured.perVintage());
        say("bytes a series beside  %,.0f", measured.perSeries());
        say("bytes a watch          %,.0f", measured.perWatch());
        say("all of it              %,.0f MB", measured.whole() / 1e6);
    }

    private int readFiles() throws IOException {
        try (Shutdown shutdown = new Shutdown()) {
            Path directory = shutdown.add(WorkingDirectory.make()).path();
            say("");
            say(jvm);
            say("");
            say(ROW, "", "file, MB", "peak, MB", "observations", "s", "MB/s");
            for (Shape shape : shapes) {
                say(line(shape, 1, directory, shutdown));
                say(line(shape, megabytes, directory, shutdown));
            }
            return 0;
        } catch (JobFailure e) {
            System.err.println("benchmark: " + e.getMessage());
            return 1;
        }
    }

    private String line(Shape shape, int size, Path directory, Shutdown shutdown) throws IOException {
        Path mapping = directory.resolve("mapping.yaml");
        try (InputStream in = Shape.mappingFile()) {
            Files.write(mapping, in.readAllBytes());
        }
        Path file = directory.resolve("publication");
        GeneratedContents contents = ofMegabytes(shape, size);
        System.err.println("Writing " + shape.title() + ", " + size + " MB.");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            shape.write(contents, out);
        }
        long bytes = Files.size(file);
        long begun = System.nanoTime();
        long peak;
        try (Jvm job = Jvm.start(
                shutdown,
                "'ingest'",
                directory.resolve("ingest.out"),
                List.of((jvm + " -Djava.io.tmpdir=" + directory).strip().split("\\s+")),
                Sectorwatch.class,
                List.of(
                        "ingest",
                        "--dry-run",
                        "--published",
                        "2024-03-13",
                        "--mapping",
                        mapping.toString(),
                        file.toString()))) {
            peak = job.awaitPeakMemory();
            if (!job.hasSaid(contents.observations() + " facts would be published.")) {
                throw job.failure("did not find the " + contents.observations() + " observations");
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Files.delete(file);
        return format(
                ROW,
                size == 1 ? shape.title() : "",
                format("%,.0f", bytes / 1e6),
                format("%,.0f", peak / 1e6),
                format("%,d", contents.observations()),
                format("%.0f", seconds),
                format("%.1f", bytes / 1e6 / seconds));
    }

    private static GeneratedContents ofMegabytes(Shape shape, int size) throws IOException {
        GeneratedContents sample = new GeneratedContents(10);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shape.write(sample, out);
        return new GeneratedContents((int) Math.max(1, (long) size * MEGABYTE * sample.indicators() / out.size()));
    }

    private static void say(String format, Object... values) {
        System.out.println(format(format, values).stripTrailing());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
