package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Following;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.broker.Feed;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.replay.broker.Staging;
import io.sectorwatch.application.replay.broker.UpToCapture;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.ProcessingEnd;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.processor.topology.DecisionTopology;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.ProcessorSettings;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The processor of a replay at work, on what it is fed. */
final class ReplayDeciding {
    // Nobody else can hold the replay's directory, and so be this member of its group.
    private static final String INSTANCE = "replay";
    // Every commit costs, and nobody waits for it.
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final SectorwatchCommand root;
    private final Server server;
    private final BrokerReplayOptions options;
    private final Installation installation;
    private final Topics topics;
    private final String applicationId;

    ReplayDeciding(SectorwatchCommand root, Server server, BrokerReplayOptions options, Installation installation) {
        this.root = root;
        this.server = server;
        this.options = options;
        this.installation = installation;
        this.topics = options.topics().topics();
        this.applicationId = Installation.applicationId(topics);
    }

    /**
     * Returns when all is decided and in the log, with what the processor was told; empty where the feed did not hold to
     * the end.
     */
    Optional<HistoryTally.Told> decide(Feed feed, Span span, ReplayBeginning beginning, Staging staging, AlertLog log)
            throws IOException {
        if (!beginning.staged()) {
            beginning.plan(staging, !feed.isAllStaged());
        }
        if (feed.isAllStaged()) {
            installation.startProcessor(settings(feed));
        }
        HistoryTally.Told staged = stage(feed, span, beginning, staging);
        if (!feed.isAllStaged()) {
            installation.startProcessor(settings(feed));
        }
        try (TopicReader alerts = new TopicReader(server, topics.alerts());
                ProcessingEnd end = new ProcessingEnd(server, applicationId, awaited(feed.inputs()), feed.ends())) {
            new Following(installation, server)
                    .until(end, feed::holds, alerts, records -> records.forEach(record -> LiveTopics.add(log, record)));
        }
        if (installation.ended()) {
            installation.awaitEnd();
            throw CommandException.failed("the replay was stopped");
        }
        return feed.heldToTheEnd() ? Optional.of(feed.all(staged)) : Optional.empty();
    }

    /** How many records the processor could not read. */
    long deadLetters() {
        try (TopicReader reader = new TopicReader(server, topics.deadLetters());
                Admin admin = server.admin()) {
            AtomicLong count = new AtomicLong();
            reader.readThroughOpenTransactions(new Offsets(admin), letter -> count.incrementAndGet());
            return count.get();
        }
    }

    private ProcessorSettings settings(Feed feed) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.putAll(UpToCapture.config(feed.ends()));
        return new ProcessorSettings(
                config,
                topics,
                feed.inputs(),
                options.sectors(),
                installation.state(),
                applicationId,
                INSTANCE,
                options.threads(),
                options.hasSubscribers() ? ProcessorSettings.SOON : SELDOM);
    }

    // The scorecards, which are put together behind a topic of their own, are for subscribers alone.
    private Collection<String> awaited(FactsAndRules inputs) {
        return options.hasSubscribers()
                ? ProcessingEnd.sources(
                        DecisionTopology.of(topics, options.sectors(), inputs), inputs.topics(), applicationId)
                : inputs.topics();
    }

    private HistoryTally.Told stage(Feed feed, Span span, ReplayBeginning beginning, Staging staging)
            throws IOException {
        if (beginning.staged()) {
            return feed.tell(span, FactHistory.Taker.NOBODY, facts -> {});
        }
        AtomicReference<HistoryTally.@Nullable Told> told = new AtomicReference<>();
        try (Steps steps = new Steps(root, "Staging", feed.size())) {
            staging.stage(taker -> told.set(feed.tell(span, taker, steps)));
        }
        return Objects.requireNonNull(told.get());
    }
}
