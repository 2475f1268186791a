package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.replay.Needs;
import io.sectorwatch.launcher.replay.RuleEvent;
import io.sectorwatch.launcher.replay.Scope;
import io.sectorwatch.launcher.replay.broker.Capture;
import io.sectorwatch.launcher.replay.broker.Collected;
import io.sectorwatch.launcher.replay.broker.FactScan;
import io.sectorwatch.launcher.replay.broker.Feed;
import io.sectorwatch.launcher.replay.broker.InPlaceFeed;
import io.sectorwatch.launcher.replay.broker.LiveTopics;
import io.sectorwatch.launcher.replay.broker.ReplayTopics;
import io.sectorwatch.launcher.replay.broker.SortedFeed;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a replay comes by its facts: where they are, if they are in order there and all of them are wanted, or sorted. */
final class ReplayReading {
    private final SectorwatchCommand root;
    private final BrokerReplayOptions options;
    private final Scope scope;
    private final LiveTopics live;
    private final Capture capture;
    private final ReplayTopics topics;

    ReplayReading(SectorwatchCommand root, BrokerReplayOptions options, Scope scope, LiveTopics live, Capture capture) {
        this.root = root;
        this.options = options;
        this.scope = scope;
        this.live = live;
        this.capture = capture;
        this.topics = options.topics();
    }

    /**
     * Reads all facts.
     *
     * @param rules all that happens to rules
     * @param whole whether all facts are wanted, in as many partitions as they are in, and at once
     */
    Feed feed(List<RuleEvent> rules, boolean whole, Path temporary) {
        List<RuleEvent> concerned = scope.concerned(rules);
        Optional<Feed> inPlace = whole && scope.equals(Scope.EVERYTHING) ? inPlace(concerned) : Optional.empty();
        Feed feed = inPlace.orElseGet(() -> sorted(rules, concerned, temporary));
        long unreadable = live.unreadableRules() + feed.unreadable();
        if (unreadable > 0) {
            root.err()
                    .println("Left out " + unreadable
                            + " that the live processor could not read either (see dead-letters).");
        }
        return feed;
    }

    private Optional<Feed> inPlace(List<RuleEvent> rules) {
        try (Steps steps = steps()) {
            return InPlaceFeed.of(new FactScan(live, options.threads(), steps), topics, capture, rules);
        }
    }

    private Feed sorted(List<RuleEvent> rules, List<RuleEvent> concerned, Path temporary) {
        Needs needs = Needs.of(
                scope,
                rules.stream().map(RuleEvent::rule).filter(Objects::nonNull).toList());
        try (Steps steps = steps()) {
            Collected collected = new Collected(needs, temporary);
            live.facts(steps, collected);
            return new SortedFeed(topics, concerned, collected);
        }
    }

    private Steps steps() {
        long size = capture.size(topics.live().indicators())
                + capture.size(topics.live().policies());
        return new Steps(root, "Reading", size);
    }
}
