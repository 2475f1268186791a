package io.sectorwatch.application.rules;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts rules into effect at a server, and ends them. */
public final class RuleChanges {
    private final RuleTopic topic;
    private final Topics topics;

    /** Reads which are in effect; throws ServerException where the topic of the rules cannot be read. */
    public RuleChanges(Server server, Topics topics) {
        this.topic = RuleTopic.read(server, topics);
        this.topics = topics;
    }

    /** What would come of rules that are put into effect now, each on its own. */
    public List<RuleEffect> effects(List<Rule> rules, RuleReach reach) {
        return RuleEffect.of(rules, topic.inEffect(), reach);
    }

    /** The same, with what they would have decided in the past; throws RuleChangeException where one cannot work. */
    public RulePlan plan(List<Rule> rules, RuleReach reach, TopicFacts facts) {
        requirePossible(rules);
        return RulePlan.of(effects(rules, reach), topic.inEffect(), facts);
    }

    /**
     * Puts rules into effect, new ones and changed ones, all at once.
     *
     * @throws RuleChangeException if one of them cannot work with so many partitions
     * @throws io.sectorwatch.application.server.ServerException if they cannot be published
     */
    public void apply(List<Rule> rules, Instant effective) {
        requirePossible(rules);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Rule rule : rules) {
            // A rule that is about another indicator now must not stay in effect where it was.
            Set<Integer> left = new TreeSet<>(topic.inEffect().partitions(rule.id()));
            left.removeAll(Set.copyOf(RulePublisher.partitions(rule, topic.partitions())));
            records.addAll(RulePublisher.removal(rule.id(), left, topics, effective));
        }
        records.addAll(RulePublisher.records(rules, topics, topic.partitions(), effective));
        topic.publish(records);
    }

    /**
     * Ends a rule.
     *
     * @throws RuleChangeException if none of that id is in effect
     * @throws io.sectorwatch.application.server.ServerException if it cannot be published
     */
    public void remove(String id, Instant effective) {
        Set<Integer> partitions = topic.inEffect().partitions(id);
        if (partitions.isEmpty()) {
            throw new RuleChangeException("no rule '" + id + "' is in effect"
                    + Suggestion.among(topic.inEffect().ids(), id));
        }
        topic.publish(RulePublisher.removal(id, partitions, topics, effective));
    }

    private void requirePossible(List<Rule> rules) {
        for (Rule rule : rules) {
            RulePublisher.obstacle(rule, topic.partitions()).ifPresent(obstacle -> {
                throw new RuleChangeException(obstacle);
            });
        }
    }
}
