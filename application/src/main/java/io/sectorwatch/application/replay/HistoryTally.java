package io.sectorwatch.application.replay;

import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.processor.rule.Rule;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Counts what is told of a history on its way to somebody else, and hashes the rules. */
public final class HistoryTally implements FactHistory.Taker {
    private final FactHistory.Taker next;
    private final LongConsumer progress;
    private final Sha256 ofRules = new Sha256();
    private long observations;
    private long policies;
    private long ticks;
    private long rules;

    public HistoryTally(FactHistory.Taker next) {
        this(next, facts -> {});
    }

    /** Tells somebody how many facts there have been. */
    public HistoryTally(FactHistory.Taker next, LongConsumer progress) {
        this.next = next;
        this.progress = progress;
    }

    /**
     * What was told.
     *
     * @param rules how often a rule took effect or ended
     * @param rulesSha256 of a line for each time: moment, id, and the rule's own hash or a dash
     */
    public record Told(long observations, long policies, long ticks, long rules, String rulesSha256) {
        /** The same with so many more facts. */
        public Told with(long moreObservations, long morePolicies, long moreTicks) {
            return new Told(
                    observations + moreObservations, policies + morePolicies, ticks + moreTicks, rules, rulesSha256);
        }

        public long facts() {
            return observations + policies + ticks;
        }
    }

    @Override
    public void rule(RuleEvent event) throws IOException {
        rules++;
        Rule rule = event.rule();
        ofRules.line(event.at() + " " + event.id() + " " + (rule == null ? "-" : rule.hash()));
        next.rule(event);
    }

    @Override
    public void fact(SortedFacts.Written fact) throws IOException {
        switch (fact.type()) {
            case POLICY -> policies++;
            case TICK -> ticks++;
            case OBSERVATION -> observations++;
            default -> {}
        }
        progress.accept(observations + policies + ticks);
        next.fact(fact);
    }

    /** What was told until now; to be asked once. */
    public Told told() {
        return new Told(observations, policies, ticks, rules, ofRules.hex());
    }
}
