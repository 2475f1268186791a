package io.sectorwatch.launcher.command;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.application.topics.TopicLayout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates or checks the topics. */
@Command(
        name = "topics",
        description = "Create the topics that are missing, and say how the others differ from what they must be.")
final class TopicsCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private SectorsOption sectors = new SectorsOption();

    @Mixin
    private PartitionOption partitions = new PartitionOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server server = serverOptions.server();
        TopicLayout layout = new TopicLayout(prefix.topics(), partitions.number(), sectors.sectors());
        TopicSetup.Outcome outcome = layout.create(server);
        outcome.created().forEach(topic -> root.out().println("created " + topic));
        outcome.differences().forEach(root.out()::println);
        root.err()
                .println(layout.specs().size() + " topics: " + outcome.created().size() + " created, "
                        + (outcome.differences().isEmpty() ? "all as they must be" : "not all as they must be"));
        return outcome.differences().isEmpty() ? DONE : CommandException.FAILURES_FOUND;
    }
}
