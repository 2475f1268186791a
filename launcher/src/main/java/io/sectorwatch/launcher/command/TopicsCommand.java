package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.application.server.WeakTopics;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.schemas.topic.Replication;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--replication-factor",
            paramLabel = "NUMBER",
            description = "How many brokers keep each topic that is created; those that are there are held against it "
                    + "(default: 3, or as many as there are).")
    private @Nullable Integer replicationFactor;

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Replication replication = replication();
        Server server = serverOptions.server();
        TopicLayout layout = new TopicLayout(prefix.topics(), partitions.number(), sectors.sectors());
        TopicSetup.Outcome outcome = layout.create(server, replication);
        outcome.created().forEach(topic -> root.out().println("created " + topic));
        List<String> differences = new ArrayList<>(outcome.differences());
        differences.addAll(weaknesses(server, layout, replication));
        differences.forEach(root.out()::println);
        root.err()
                .println(layout.specs().size() + " topics: " + outcome.created().size() + " created, "
                        + (differences.isEmpty() ? "all as they must be" : "not all as they must be"));
        return differences.isEmpty() ? DONE : CommandException.FAILURES_FOUND;
    }

    private @Nullable Replication replication() {
        if (replicationFactor == null) {
            return null;
        }
        if (replicationFactor < 1 || replicationFactor > Short.MAX_VALUE) {
            throw CommandException.unusable("--replication-factor " + replicationFactor + " is no number of brokers");
        }
        return new Replication(replicationFactor);
    }

    private static List<String> weaknesses(Server server, TopicLayout layout, @Nullable Replication replication) {
        try (Admin admin = server.admin()) {
            return new WeakTopics(admin)
                    .find(layout.withInternal(Installation.applicationId(layout.topics())), replication);
        }
    }
}
