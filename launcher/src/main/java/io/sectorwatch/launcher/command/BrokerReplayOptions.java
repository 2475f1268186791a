package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.server.Server;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where and how a replay runs that has a broker. */
final class BrokerReplayOptions {
    private static final String FASTEST = "max";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private SectorsOption sectors = new SectorsOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--name",
            defaultValue = "unnamed",
            description = "Its topics are called <prefix>replay.NAME.* (default: ${DEFAULT-VALUE}). Killed and started"
                    + " again with the same name and options, it goes on where it was.")
    private String name = "unnamed";

    @Option(names = "--keep", description = "Keep its topics for subscribers; 'replay remove' removes them.")
    private boolean keep;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = FASTEST,
            description =
                    "max (default), or N times real time, for rehearsing subscribers: 86400 is a day in a second.")
    private String speed = FASTEST;

    @Option(names = "--threads", defaultValue = "1", description = "How many threads (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--partitions",
            description = "Partitions of its topics (default: as many as the live ones). They change no decision.")
    private @Nullable Integer partitions;

    /** Throws a CommandException for what makes no sense. */
    void check() {
        topics();
        speed();
        if (threads < 1) {
            throw CommandException.unusable("--threads " + threads + " is less than 1");
        }
    }

    Server server() {
        return server.server();
    }

    List<String> sectors() {
        return sectors.sectors();
    }

    boolean keep() {
        return keep;
    }

    /** Whether somebody may read along, or afterwards. */
    boolean hasSubscribers() {
        return keep || speed() != null;
    }

    int threads() {
        return threads;
    }

    /** How many partitions, given how many the live topics have. */
    int partitions(int ofLive) {
        int wanted = partitions == null ? ofLive : partitions;
        if (wanted < 1) {
            throw CommandException.unusable("--partitions " + wanted + " is less than 1");
        }
        return wanted;
    }

    /** How many times faster than real time; null as fast as it goes. */
    @Nullable
    Double speed() {
        if (speed.equals(FASTEST)) {
            return null;
        }
        if (!speed.matches("\\d{1,9}(\\.\\d{1,6})?") || Double.parseDouble(speed) == 0) {
            throw CommandException.unusable("--speed '" + speed + "' is neither max nor a number of times real time");
        }
        return Double.parseDouble(speed);
    }

    ReplayTopics topics() {
        return topics(prefix, name);
    }

    static ReplayTopics topics(PrefixOption prefix, String name) {
        try {
            return new ReplayTopics(prefix.topics(), name);
        } catch (IllegalArgumentException e) {
            throw CommandException.unusable("--name: " + e.getMessage());
        }
    }

    /** Where its processor keeps state and log, as long as it runs. */
    Path directory() {
        return directory(data, topics());
    }

    static Path directory(DataOption data, ReplayTopics topics) {
        return data.directory().resolve("replay").resolve(topics.topics().prefix());
    }
}
