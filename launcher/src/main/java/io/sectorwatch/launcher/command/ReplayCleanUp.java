package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.replay.broker.Replays;
import java.nio.file.Path;
import java.util.Set;

/** Leaves nothing of a replay behind, whether it ends by itself or by Ctrl-C; or only what subscribers read. */
final class ReplayCleanUp implements AutoCloseable {
    private final Replays replays;
    private final ReplayTopics topics;
    private final String applicationId;
    private final Path directory;
    private Set<String> kept = Set.of();

    ReplayCleanUp(Replays replays, ReplayTopics topics, Path directory) {
        this.replays = replays;
        this.topics = topics;
        this.applicationId = Installation.applicationId(topics.topics());
        this.directory = directory;
    }

    /** Removes at once what an earlier run left. */
    void beginAnew() {
        replays.remove(topics, applicationId, Set.of());
    }

    /** These topics stay. */
    void keep(Set<String> outputs) {
        kept = Set.copyOf(outputs);
    }

    @Override
    public void close() {
        replays.remove(topics, applicationId, kept);
        ReplayDirectory.remove(directory);
    }
}
