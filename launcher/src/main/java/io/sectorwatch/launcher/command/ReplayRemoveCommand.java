package io.sectorwatch.launcher.command;

import io.sectorwatch.application.broker.DataDirectory;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.replay.broker.Replays;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.json.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes all that is left of a replay. */
@Command(
        name = "remove",
        description = "Remove a replay that was kept or killed: its topics, its group, its directory.")
final class ReplayRemoveCommand extends Subcommand {
    @Parameters(paramLabel = "NAME", description = "The replay's name.")
    private String name = "";

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server server = serverOptions.server();
        server.requireAnswer();
        ReplayTopics topics = BrokerReplayOptions.topics(prefix, name);
        Path directory = BrokerReplayOptions.directory(data, topics);
        boolean here = Files.exists(directory);
        if (here) {
            // Held, it is not in use.
            shutdown.add(DataDirectory.open(directory));
        }
        Replays replays = new Replays(server, prefix.topics());
        boolean there = replays.remove(topics, Installation.applicationId(topics.topics()), Set.of());
        if (here) {
            ReplayDirectory.remove(directory);
        }
        if (!there && !here) {
            throw CommandException.unusable("there is no replay '" + name + "' at " + server.address()
                    + Suggestion.among(replays.names(), name) + " ('replay list' shows all)");
        }
        root.err().println("Removed the replay " + name + ".");
        return DONE;
    }
}
