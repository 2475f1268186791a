package io.sectorwatch.benchmark.cluster;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.launcher.Sectorwatch;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three processors that share the work, each with a standby of what another one does. */
final class Instances {
    static final int NUMBER = 3;

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

    // How soon others go on.
    private static final String SETTINGS = "num.standby.replicas=1\nsession.timeout.ms=2000\n";

    private final Shutdown shutdown;
    private final Path directory;
    private final Server server;
    private final Topics topics;
    private final List<Jvm> running = new ArrayList<>();
    private int starts;

    /** Starts them. */
    Instances(Shutdown shutdown, Path directory, Server server, Topics topics) {
        this.shutdown = shutdown;
        this.directory = directory;
        this.server = server;
        this.topics = topics;
        for (int number = 1; number <= NUMBER; number++) {
            running.add(start(number));
        }
    }

    /** What its members are called. */
    static String name(int number) {
        return "instance-" + number;
    }

    /** Ends one as a power cut would. */
    void kill(int number) {
        running.get(number - 1).kill();
    }

    /** Ends one as a service manager does. */
    void stop(int number) {
        running.get(number - 1).close();
    }

    /** Starts one again that has ended. */
    void restart(int number) {
        running.set(number - 1, start(number));
    }

    /** Starts those again that have ended by themselves, as a service manager does; which, with their last words. */
    List<String> restartEnded() {
        List<String> ended = new ArrayList<>();
        for (int number = 1; number <= NUMBER; number++) {
            Jvm one = running.get(number - 1);
            if (!one.isAlive()) {
                ended.add(String.valueOf(one.failure("ended by itself").getMessage()));
                restart(number);
            }
        }
        return ended;
    }

    // Whoever is told that no broker answers ends, and is started again, as by a service manager.
    private Jvm start(int number) {
        Jvm[] started = {launch(number)};
        Waiting.until(name(number) + " is at work", () -> {
            if (!started[0].isAlive()) {
                started[0] = launch(number);
            }
            return started[0].hasSaid("Processing at");
        });
        return started[0];
    }

    private Jvm launch(int number) {
        List<String> arguments = new ArrayList<>(List.of(
                "process",
                "--bootstrap-server",
                server.address(),
                "--prefix",
                topics.prefix(),
                "--data",
                directory.resolve(name(number)).toString(),
                "--command-config",
                config(number).toString(),
                "--instance-id",
                name(number)));
        return Jvm.start(
                shutdown,
                name(number),
                directory.resolve(name(number) + '-' + ++starts + ".out"),
                OPTIONS,
                Sectorwatch.class,
                arguments);
    }

    private Path config(int number) {
        Path file = directory.resolve(name(number) + ".properties");
        try {
            Files.writeString(file, SETTINGS + "client.id=" + name(number) + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
