package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.compare.LateFacts;
import io.sectorwatch.processor.topology.FactsAndRules;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Facts read where they are, as long as they stand there in the order in which they became known; only the rules are
 * staged.
 */
final class InPlaceFeed implements Feed {
    private final List<RuleEvent> rules;
    private final Standings standings;
    private final FactsAndRules inputs;
    private final Map<TopicPartition, Long> ends;

    InPlaceFeed(ReplayTopics topics, Capture capture, List<RuleEvent> rules) {
        this.rules = List.copyOf(rules);
        this.standings = new Standings(topics.live(), capture, rules);
        this.inputs = FactsAndRules.ofBoth(topics.live(), topics.topics(), new NotedTime(standings));
        Map<TopicPartition, Long> all = new HashMap<>(capture.ends(topics.live().policies()));
        all.putAll(capture.ends(topics.live().indicators()));
        this.ends = Map.copyOf(all);
    }

    /**
     * Looks whether it can be, before it is fed.
     *
     * @param thoroughly whether to look at all facts; else what is out of order is found when it is read
     */
    boolean isPossible(FactScan scan, boolean thoroughly) {
        scan.policies(standings);
        if (thoroughly && standings.inOrder()) {
            scan.indicators(standings);
            return standings.allInOrder();
        }
        return standings.inOrder();
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
    public boolean isAllStaged() {
        return false;
    }

    @Override
    public boolean holds() {
        return standings.inOrder();
    }

    @Override
    public boolean heldToTheEnd() {
        return standings.allInOrder();
    }

    @Override
    public long unreadable() {
        return 0;
    }

    @Override
    public LateFacts late() {
        return new LateFacts();
    }

    @Override
    public long size() {
        return rules.size();
    }

    @Override
    public HistoryTally.Told tell(Span span, FactHistory.Taker taker, LongConsumer progress) throws IOException {
        HistoryTally tally = new HistoryTally(taker);
        for (RuleEvent rule : rules) {
            tally.rule(rule);
        }
        return tally.told();
    }

    @Override
    public HistoryTally.Told all(HistoryTally.Told staged) {
        return standings.with(staged);
    }

    @Override
    public void close() {}
}
