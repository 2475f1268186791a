package io.sectorwatch.benchmark.monitoring;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.history.GeneratedHistory;
import io.sectorwatch.benchmark.history.HistoryPublisher;
import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.benchmark.measure.Machine;
import io.sectorwatch.benchmark.measure.Measurement;
import io.sectorwatch.benchmark.measure.Programs;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long the monitor takes to read a history, to answer, and to be back after it was killed. */
@Command(
        name = "monitor",
        description = "Publishes a generated history to a broker in another process, lets a monitor read it into an "
                + "empty database, asks it what was known of series at a time, kills it, and starts it again.")
public final class MonitorBenchmarkCommand implements Callable<Integer> {
    /** As the script starts it. */
    private static final String JVM_OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m";

    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int PARTITIONS = 8;
    private static final int AREAS = 200;
    private static final int YEARS = 50;
    private static final int QUESTIONS = 200;

    @Option(names = "--events", defaultValue = "2.1e6", description = "About how many (default: ${DEFAULT-VALUE}).")
    private double events;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "An empty database to read into (default: an SQLite file).")
    private @Nullable String database;

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            defaultValue = JVM_OPTIONS,
            description = "JVM options of the monitor (default: ${DEFAULT-VALUE}).")
    private String jvm = JVM_OPTIONS;

    @Override
    public Integer call() throws Exception {
        return Measurement.exitStatus(this::measure, System.err);
    }

    private boolean measure(Shutdown shutdown) throws IOException {
        Programs programs =
                new Programs(shutdown, shutdown.add(WorkingDirectory.make()).path());
        Workload workload = Workload.ofEvents(events, AREAS, YEARS, 1);
        System.err.println("Starting a broker at " + programs.address() + ".");
        programs.broker();
        programs.topics(TOPICS, PARTITIONS);
        System.err.printf(Locale.ROOT, "Publishing about %,d events.%n", workload.events());
        long published = publish(Server.at(programs.address(), Map.of()), workload);

        Path data = programs.directory("monitored");
        String url = database == null ? "jdbc:sqlite:" + data.resolve("monitor.db") : database;
        int port = Programs.freePort();
        AskedMonitor asked = new AskedMonitor(port);
        System.err.println("Reading it.");
        double reading;
        double[] answers;
        long begun = System.nanoTime();
        try (Jvm monitor = programs.monitor(options(), TOPICS, url, data, port)) {
            asked.awaitReady(monitor);
            reading = seconds(begun);
            answers = asked.asOf(QUESTIONS);
        }
        long again = System.nanoTime();
        try (Jvm monitor = programs.monitor(options(), TOPICS, url, data, port)) {
            asked.awaitReady(monitor);
        }
        report(published, reading, answers, seconds(again), size(data));
        return true;
    }

    private void report(long published, double reading, double[] answers, double back, long bytes) {
        Arrays.sort(answers);
        say("%,d events, %d partitions; %s", published, PARTITIONS, database == null ? "SQLite" : "PostgreSQL");
        say(Machine.description());
        say(jvm);
        say("");
        say("read and ready     %.1f s, %,.0f events/s", reading, published / reading);
        if (database == null) {
            say("in files           %,.0f MB, %,.0f bytes an event", bytes / 1e6, (double) bytes / published);
        }
        say(
                "a series as of     median %.1f ms, of a hundred %.1f ms",
                answers[answers.length / 2], answers[answers.length * 99 / 100]);
        say("ready after a stop %.1f s", back);
    }

    private static long publish(Server server, Workload workload) {
        try (HistoryPublisher publisher = new HistoryPublisher(server, TOPICS, PARTITIONS, false, false)) {
            publisher.rules(workload);
            long told = GeneratedHistory.tell(workload, publisher::accept);
            publisher.finish();
            return told;
        }
    }

    private List<String> options() {
        return List.of(jvm.strip().split("\\s+"));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("monitor.db"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
