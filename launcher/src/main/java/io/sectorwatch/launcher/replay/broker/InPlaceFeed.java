package io.sectorwatch.launcher.replay.broker;

import io.sectorwatch.launcher.replay.History;
import io.sectorwatch.launcher.replay.RuleEvent;
import io.sectorwatch.launcher.replay.Span;
import io.sectorwatch.launcher.replay.Tally;
import io.sectorwatch.launcher.replay.compare.LateFacts;
import io.sectorwatch.processor.FactsAndRules;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;

/** Facts read where they are, since they stand there in the order in which they became known; only the rules are staged. */
public final class InPlaceFeed implements Feed {
    private final FactsAndRules inputs;
    private final Map<TopicPartition, Long> ends;
    private final List<RuleEvent> rules;
    private final FactScan.Found found;

    private InPlaceFeed(
            FactsAndRules inputs, Map<TopicPartition, Long> ends, List<RuleEvent> rules, FactScan.Found found) {
        this.inputs = inputs;
        this.ends = Map.copyOf(ends);
        this.rules = List.copyOf(rules);
        this.found = found;
    }

    /** Looks whether that can be; empty if the facts have to be sorted. */
    public static Optional<Feed> of(FactScan scan, ReplayTopics topics, Capture capture, List<RuleEvent> rules) {
        Map<TopicPartition, Long> ends =
                new HashMap<>(capture.ends(topics.live().policies()));
        ends.putAll(capture.ends(topics.live().indicators()));
        FactsAndRules inputs = FactsAndRules.ofBoth(topics.live(), topics.topics());
        return scan.look(rules).map(found -> new InPlaceFeed(inputs, ends, rules, found));
    }

    @Override
    public FactsAndRules inputs() {
        return inputs;
    }

    @Override
    public Map<TopicPartition, Long> ends() {
        return ends;
    }

    @Override
    public Instant newest() {
        return Instant.ofEpochMilli(found.newest());
    }

    @Override
    public LateFacts late() {
        return new LateFacts();
    }

    @Override
    public long unreadable() {
        return found.unreadable();
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public Tally.Told tell(Span span, History.Taker taker, LongConsumer progress) throws IOException {
        Tally tally = new Tally(taker);
        for (RuleEvent rule : rules) {
            tally.rule(rule);
        }
        return tally.told().with(found.observations(), found.policies(), found.ticks());
    }

    @Override
    public void close() {}
}
