package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.replay.History;
import io.sectorwatch.launcher.replay.Span;
import io.sectorwatch.launcher.replay.Tally;
import io.sectorwatch.launcher.replay.broker.Feed;
import io.sectorwatch.launcher.replay.broker.LiveTopics;
import io.sectorwatch.launcher.replay.broker.ReplayTopics;
import io.sectorwatch.launcher.replay.broker.Staging;
import io.sectorwatch.launcher.replay.broker.UpToCapture;
import io.sectorwatch.launcher.replay.log.AlertLog;
import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.launcher.server.TopicReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The processor of a replay at work, on what it is fed. */
final class ReplayDeciding {
    // Nobody else can hold the replay's directory, and so be this member of its group.
    private static final String INSTANCE = "replay";

    private final SectorwatchCommand root;
    private final Server server;
    private final BrokerReplayOptions options;
    private final ReplayTopics topics;
    private final Installation installation;

    ReplayDeciding(SectorwatchCommand root, Server server, BrokerReplayOptions options, Installation installation) {
        this.root = root;
        this.server = server;
        this.options = options;
        this.topics = options.topics();
        this.installation = installation;
    }

    /** Returns when all is decided and in the log, with what was told of the history. */
    Tally.Told decide(Feed feed, Span span, Staging staging, boolean staged, AlertLog log) throws IOException {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.putAll(UpToCapture.config(feed.ends()));
        installation.startProcessor(
                config, topics.topics(), feed.inputs(), options.sectors(), INSTANCE, options.threads());
        Tally.Told told = staged ? feed.tell(span, History.Taker.NOBODY, facts -> {}) : stage(feed, span, staging);
        try (TopicReader alerts = new TopicReader(server, topics.topics().alerts())) {
            new Following(installation, server, topics.topics())
                    .untilProcessed(
                            feed.inputs(),
                            options.sectors(),
                            feed.ends(),
                            alerts,
                            records -> records.forEach(record -> LiveTopics.add(log, record)));
        }
        if (installation.ended()) {
            installation.awaitEnd();
            throw CommandException.failed("the replay was stopped");
        }
        return told;
    }

    private Tally.Told stage(Feed feed, Span span, Staging staging) throws IOException {
        AtomicReference<Tally.@Nullable Told> told = new AtomicReference<>();
        try (Steps steps = new Steps(root, "Staging", feed.size())) {
            staging.stage(taker -> told.set(feed.tell(span, taker, steps)));
        }
        return Objects.requireNonNull(told.get());
    }
}
