package io.sectorwatch.benchmark.measure;

import io.sectorwatch.benchmark.plan.BenchmarkPlan;
import io.sectorwatch.launcher.Sectorwatch;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs that take part, each in a process and a directory of its own. */
public final class Programs {
    // A broker of its own machine would have more; what it takes is not what is measured.
    private static final List<String> BROKER_OPTIONS = List.of("-XX:+UseParallelGC", "-Xmx512m");
    private static final List<String> SHORT_LIVED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Shutdown shutdown;
    private final Path directory;
    private final String address = "127.0.0.1:" + freePort();
    private int started;

    /** All of them keep what they write below a directory, and none outlives the shutdown. */
    public Programs(Shutdown shutdown, Path directory) {
        this.shutdown = shutdown;
        this.directory = directory;
    }

    /** Where the broker is, or will be. */
    public String address() {
        return address;
    }

    /** Starts the broker and returns once it answers. */
    public Jvm broker() {
        Path data = fresh("broker");
        String port = address.substring(address.indexOf(':') + 1);
        Jvm broker = command(BROKER_OPTIONS, data, "broker", "--data", data.toString(), "--port", port);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!broker.hasSaid(address)) {
            broker.requireAlive();
            if (System.nanoTime() > deadline) {
                throw broker.failure("does not start");
            }
            pause();
        }
        return broker;
    }

    /** Creates the topics that are missing. */
    public void topics(Topics topics, int partitions) {
        command(
                        SHORT_LIVED,
                        fresh("topics"),
                        "topics",
                        "--bootstrap-server",
                        address,
                        "--prefix",
                        topics.prefix(),
                        "--partitions",
                        "" + partitions)
                .awaitSuccess(PATIENCE);
    }

    /** Starts the processor, with no state. */
    public Jvm process(BenchmarkPlan plan, Topics topics) {
        Path data = fresh("process");
        return command(plan.jvmOptions(), data, processing(plan, topics, data));
    }

    /** Starts the processor of another build, with no state. */
    public Jvm process(BenchmarkPlan plan, Topics topics, Path build) {
        Path data = fresh("other-process");
        Path launcher = launcher(build);
        return Jvm.start(
                shutdown,
                "'process' of " + build,
                said(data),
                plan.jvmOptions(),
                launcher + File.pathSeparator + launcher.resolveSibling("lib") + File.separator + "*",
                Sectorwatch.class.getName(),
                List.of(processing(plan, topics, data)));
    }

    /** The program of the newest build in a tree, of a version that built in one place too. */
    public static Path launcher(Path tree) {
        Path builds = tree.resolve("launcher").resolve("builds");
        try {
            String current = Files.readString(builds.resolve("current")).strip();
            return builds.resolve(current).resolve("launcher.jar");
        } catch (IOException e) {
            return tree.resolve("launcher").resolve("target").resolve("launcher.jar");
        }
    }

    private String[] processing(BenchmarkPlan plan, Topics topics, Path data) {
        return new String[] {
            "process",
            "--bootstrap-server",
            address,
            "--prefix",
            topics.prefix(),
            "--data",
            data.toString(),
            "--threads",
            "" + plan.threads()
        };
    }

    /** Starts a monitor of all topics that keeps what it reads in a directory; it serves at a port of this machine. */
    public Jvm monitor(List<String> jvmOptions, Topics topics, String database, Path data, int port) {
        return command(
                jvmOptions,
                data.resolve("monitor-" + ++started),
                "monitor",
                "--bootstrap-server",
                address,
                "--prefix",
                topics.prefix(),
                "--data",
                data.toString(),
                "--database",
                database,
                "--http-port",
                "" + port,
                // Of those on one database it takes its own place again at once.
                "--instance-id",
                "measured");
    }

    /** Starts a processor of all partitions, with no state. */
    public Jvm process(List<String> jvmOptions, Topics topics) {
        Path data = fresh("process");
        return command(
                jvmOptions,
                data,
                "process",
                "--bootstrap-server",
                address,
                "--prefix",
                topics.prefix(),
                "--data",
                data.toString());
    }

    /** Starts a delivery to the targets of a file. */
    public Jvm deliver(List<String> jvmOptions, Topics topics, Path targets) {
        return command(
                jvmOptions,
                fresh("deliver"),
                "deliver",
                "--bootstrap-server",
                address,
                "--prefix",
                topics.prefix(),
                "--config",
                targets.toString());
    }

    /** A directory that nobody has used yet. */
    public Path directory(String name) throws IOException {
        return Files.createDirectories(fresh(name));
    }

    /** Starts a replay of all there is, compared with what was decided live. */
    public Jvm replay(BenchmarkPlan plan) {
        Path data = fresh("replay");
        return command(
                plan.jvmOptions(),
                data,
                "replay",
                "--bootstrap-server",
                address,
                "--data",
                data.toString(),
                "--threads",
                "" + plan.threads(),
                "--expect-same");
    }

    /** Starts the floor. */
    public Jvm plainCopy(BenchmarkPlan plan, PlainCopy.Task task) {
        return Jvm.start(
                shutdown,
                "plain copy",
                said(fresh("plain-copy")),
                plan.jvmOptions(),
                PlainCopy.class,
                task.arguments());
    }

    private Jvm command(List<String> jvmOptions, Path data, String... arguments) {
        return Jvm.start(
                shutdown, "'" + arguments[0] + "'", said(data), jvmOptions, Sectorwatch.class, List.of(arguments));
    }

    private Path fresh(String name) {
        return directory.resolve(name + '-' + ++started);
    }

    private static Path said(Path data) {
        return data.resolveSibling(data.getFileName() + ".out");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailure("interrupted", e);
        }
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
