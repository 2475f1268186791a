package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.broker.ReplaySettings;
import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
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

    Server server() {
        return server.server();
    }

    /** All of them, understood; throws a CommandException for what makes no sense. */
    ReplaySettings settings() {
        ReplayTopics topics = topics(prefix, name);
        Double times = speed();
        if (threads < 1) {
            throw CommandException.unusable("--threads " + threads + " is less than 1");
        }
        return new ReplaySettings(
                topics,
                sectors.sectors(),
                partitions,
                threads,
                times,
                keep,
                data.directory(),
                TemporaryDirectory.standard());
    }

    private @Nullable Double speed() {
        if (speed.equals(FASTEST)) {
            return null;
        }
        if (!speed.matches("\\d{1,9}(\\.\\d{1,6})?") || Double.parseDouble(speed) == 0) {
            throw CommandException.unusable("--speed '" + speed + "' is neither max nor a number of times real time");
        }
        return Double.parseDouble(speed);
    }

    static ReplayTopics topics(PrefixOption prefix, String name) {
        try {
            return new ReplayTopics(prefix.topics(), name);
        } catch (IllegalArgumentException e) {
            throw CommandException.unusable("--name: " + e.getMessage());
        }
    }
}
