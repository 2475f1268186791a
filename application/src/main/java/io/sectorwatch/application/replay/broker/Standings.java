package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** All facts of the live topics as they stand there. To be told of all policies before the first observation. */
final class Standings {
    private final Topics topics;
    private final Map<TopicPartition, Standing> all = new HashMap<>();
    private final Set<Long> besidePolicies = new HashSet<>();
    private volatile boolean inOrder;

    Standings(Topics topics, Capture capture, List<RuleEvent> rules) {
        this.topics = topics;
        Set<Long> rulesChange = new HashSet<>();
        rules.forEach(rule -> rulesChange.add(rule.at().toEpochMilli()));
        besidePolicies.addAll(rulesChange);
        var policies = capture.ends(topics.policies()).keySet();
        var indicators = capture.ends(topics.indicators()).keySet();
        for (TopicPartition partition : policies) {
            all.put(partition, new Standing(partition.partition(), policies.size(), rulesChange));
        }
        for (TopicPartition partition : indicators) {
            // Policies are decided about in the task of the first partition.
            Set<Long> taken = partition.partition() == 0 ? besidePolicies : rulesChange;
            all.put(partition, new Standing(partition.partition(), indicators.size(), taken));
        }
        inOrder = policies.size() <= 1;
    }

    /** A fact; one that was told before is passed over. */
    void add(TopicPartition partition, long offset, Message fact) {
        Standing standing = all.get(partition);
        if (standing == null) {
            return;
        }
        standing.add(offset, fact);
        if (!standing.inOrder()) {
            inOrder = false;
        }
        if (partition.topic().equals(topics.policies())) {
            besidePolicies.add(fact.time().toEpochMilli());
        }
    }

    /** Whether, as far as they were told, they can be read where they are. */
    boolean inOrder() {
        return inOrder;
    }

    /** The same once all of them were told. A processor hears of each tick in every partition. */
    boolean allInOrder() {
        return inOrder
                && all.entrySet().stream()
                                .filter(entry -> entry.getKey().topic().equals(topics.indicators()))
                                .map(entry -> entry.getValue().ticks())
                                .distinct()
                                .count()
                        <= 1;
    }

    /** Adds the facts to what was told beside them; the same one again is left out. */
    HistoryTally.Told with(HistoryTally.Told rules) {
        long observations = 0;
        long policies = 0;
        Set<Long> ticks = new HashSet<>();
        for (Standing standing : all.values()) {
            observations += standing.observations();
            policies += standing.policies();
            ticks.addAll(standing.ticks());
        }
        return rules.with(observations, policies, ticks.size());
    }
}
