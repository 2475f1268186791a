package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.compare.LateFacts;
import io.sectorwatch.processor.topology.FactsAndRules;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** Facts sorted and staged beside the rules, in the one order in which they became known, however they stood. */
final class SortedFeed implements Feed {
    private final FactsAndRules inputs;
    private final Collected collected;
    private final FactHistory history;

    /**
     * Of facts that were collected, which it closes.
     *
     * @param asDecided whether void facts are told too, and corrections when they came
     */
    SortedFeed(ReplayTopics topics, List<RuleEvent> rules, Collected collected, boolean asDecided) {
        this.inputs = FactsAndRules.together(topics.topics());
        this.collected = collected;
        this.history = new FactHistory(rules, asDecided ? collected.all() : collected.valid());
    }

    @Override
    public FactsAndRules inputs() {
        return inputs;
    }

    @Override
    public Map<TopicPartition, Long> ends() {
        return Map.of();
    }

    @Override
    public boolean isAllStaged() {
        return true;
    }

    @Override
    public boolean holds() {
        return true;
    }

    @Override
    public boolean heldToTheEnd() {
        return true;
    }

    /** The newest knowledge time of all facts; the epoch without any. */
    Instant newest() {
        return collected.newest();
    }

    @Override
    public long unreadable() {
        return collected.unreadable();
    }

    @Override
    public LateFacts late() {
        return collected.late();
    }

    @Override
    public Predicate<String> isVoid() {
        return collected.corrected()::isVoid;
    }

    @Override
    public long size() {
        return collected.size();
    }

    @Override
    public HistoryTally.Told tell(Span span, FactHistory.Taker taker, LongConsumer progress) throws IOException {
        HistoryTally tally = new HistoryTally(taker, progress);
        history.tell(span, tally);
        return tally.told();
    }

    @Override
    public HistoryTally.Told all(HistoryTally.Told staged) {
        return staged;
    }

    @Override
    public void close() throws IOException {
        collected.close();
    }
}
