package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.replay.broker.Replays;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.json.Suggestion;
import java.io.UncheckedIOException;
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
        Replays replays = new Replays(server, prefix.topics());
        if (!removed(replays, topics)) {
            throw CommandException.unusable("there is no replay '" + name + "' at " + server.address()
                    + Suggestion.among(replays.names(), name) + " ('replay list' shows all)");
        }
        root.err().println("Removed the replay " + name + ".");
        return DONE;
    }

    private boolean removed(Replays replays, ReplayTopics topics) {
        try {
            return replays.remove(topics, data.directory());
        } catch (UncheckedIOException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()));
        }
    }
}
