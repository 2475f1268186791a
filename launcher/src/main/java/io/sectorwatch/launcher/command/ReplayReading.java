package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.Needs;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.Collected;
import io.sectorwatch.application.replay.broker.FactScan;
import io.sectorwatch.application.replay.broker.Feed;
import io.sectorwatch.application.replay.broker.InPlaceFeed;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.replay.broker.SortedFeed;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** How a replay comes by its facts: where they are, if they are in order there, or sorted. */
final class ReplayReading {
    // To look at so many takes less time than to start a processor that may have started for nothing.
    private static final long FEW = 50_000;

    private final SectorwatchCommand root;
    private final int threads;
    private final ReplayScope scope;
    private final LiveTopics live;
    private final ReplayTopics topics;
    private final ReplayRules rules;

    ReplayReading(
            SectorwatchCommand root,
            BrokerReplayOptions options,
            ReplayScope scope,
            LiveTopics live,
            ReplayRules rules) {
        this.root = root;
        this.threads = options.threads();
        this.scope = scope;
        this.live = live;
        this.topics = options.topics();
        this.rules = rules;
    }

    /**
     * All facts where they are; empty if they are not in order there.
     *
     * @param thoroughly whether to look at all of them, however many they are, before they are fed
     */
    Optional<Feed> inPlace(boolean thoroughly) {
        InPlaceFeed feed = new InPlaceFeed(topics, live.capture(), rules.concerned());
        try (Steps steps = new Steps(root, "Reading", size())) {
            return feed.isPossible(new FactScan(live, threads, steps), thoroughly || size() <= FEW)
                    ? Optional.of(feed)
                    : Optional.empty();
        }
    }

    /** Those facts sorted that are needed. */
    SortedFeed sorted(Path temporary) {
        Needs needs = Needs.of(
                scope,
                rules.all().stream()
                        .map(RuleEvent::rule)
                        .filter(Objects::nonNull)
                        .toList());
        try (Steps steps = new Steps(root, "Reading", size())) {
            Collected collected = new Collected(needs, temporary);
            live.facts(steps, collected);
            return new SortedFeed(topics, rules.concerned(), collected);
        }
    }

    private long size() {
        Capture capture = live.capture();
        return capture.size(topics.live().indicators())
                + capture.size(topics.live().policies());
    }
}
