package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * What a replay has at a server and on the disk: its topics, its group, its directory. Closed, it leaves nothing of that
 * behind, or only what subscribers read.
 */
final class ReplayTraces implements AutoCloseable {
    private final Server server;
    private final ReplaySettings settings;
    private final List<Topics.Spec> specs;
    private final Replays replays;
    private Set<String> kept = Set.of();

    /** Of a replay whose topics have so many partitions. */
    ReplayTraces(Server server, ReplaySettings settings, int partitions) {
        this.server = server;
        this.settings = settings;
        this.specs = settings.topics().specs(partitions, settings.sectors());
        this.replays = new Replays(server, settings.topics().live());
    }

    /** Removes at once what an earlier run left, and makes the topics. */
    void beginAnew() {
        replays.remove(settings.topics(), Set.of());
        try (Admin admin = server.admin()) {
            new TopicSetup(admin).apply(specs);
        }
    }

    /** What subscribers read stays. */
    void keepOutputs() {
        String history = settings.topics().topics().history();
        kept = specs.stream()
                .map(Topics.Spec::name)
                .filter(name -> !name.equals(history))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        replays.remove(settings.topics(), kept);
        ReplayDirectory.remove(settings.directory());
    }
}
