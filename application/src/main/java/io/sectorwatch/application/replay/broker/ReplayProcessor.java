package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.installation.Following;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.installation.ProcessorException;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.ProcessingEnd;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.processor.topology.DecisionTopology;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.ProcessorSettings;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;

/** The processor of a replay, under an application id of its own. */
final class ReplayProcessor {
    // Nobody else can hold the replay's directory, and so be this member of its group.
    private static final String INSTANCE = "replay";
    // Every commit costs, and nobody waits for it.
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final Server server;
    private final ReplaySettings settings;
    private final Installation installation;
    private final Topics topics;
    private final String applicationId;

    ReplayProcessor(Server server, ReplaySettings settings, Installation installation) {
        this.server = server;
        this.settings = settings;
        this.installation = installation;
        this.topics = settings.topics().topics();
        this.applicationId = Installation.applicationId(topics);
    }

    /** Starts deciding on what it is fed. */
    void start(Feed feed) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.putAll(UpToCapture.config(feed.ends()));
        installation.startProcessor(new ProcessorSettings(
                config,
                topics,
                feed.inputs(),
                settings.sectors(),
                installation.state(),
                applicationId,
                INSTANCE,
                settings.threads(),
                settings.hasSubscribers() ? ProcessorSettings.SOON : SELDOM));
    }

    /** Returns when all that it is fed is decided and in the log, or as soon as the feed does not hold. */
    void follow(Feed feed, AlertLog log) {
        try (TopicReader alerts = new TopicReader(server, topics.alerts());
                ProcessingEnd end = new ProcessingEnd(server, applicationId, awaited(feed.inputs()), feed.ends())) {
            new Following(installation, server)
                    .until(end, feed::holds, alerts, records -> records.forEach(record -> LiveTopics.add(log, record)));
        }
        if (installation.ended()) {
            installation.awaitEnd();
            throw new ProcessorException("the replay was stopped");
        }
    }

    /** Stops deciding, so that it can be started on something else. */
    void stop() {
        installation.stopProcessor();
    }

    /** How many records it could not read. */
    long deadLetters() {
        try (TopicReader reader = new TopicReader(server, topics.deadLetters());
                Admin admin = server.admin()) {
            AtomicLong count = new AtomicLong();
            reader.readThroughOpenTransactions(new Offsets(admin), letter -> count.incrementAndGet());
            return count.get();
        }
    }

    // The scorecards, which are put together behind a topic of their own, are for subscribers alone.
    private Collection<String> awaited(FactsAndRules inputs) {
        return settings.hasSubscribers()
                ? ProcessingEnd.sources(
                        DecisionTopology.of(topics, settings.sectors(), inputs), inputs.topics(), applicationId)
                : inputs.topics();
    }
}
