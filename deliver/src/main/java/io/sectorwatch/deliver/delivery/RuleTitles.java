package io.sectorwatch.deliver.delivery;

import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.rules.RulesInEffect;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The titles of rules, as their topic says; the topic is read anew where a rule is new or has changed. */
public final class RuleTitles {
    private static final Logger LOG = LoggerFactory.getLogger(RuleTitles.class);
    private static final long REST_NANOS = Duration.ofSeconds(10).toNanos();

    private final Server server;
    private final Topics topics;
    private final Map<String, Rule> rules = new HashMap<>();
    private boolean isRead;
    private long readAt;

    public RuleTitles(Server server, Topics topics) {
        this.server = server;
        this.topics = topics;
    }

    /** The title of a transition's rule; of one that is gone, its id. */
    public synchronized String of(Transition transition) {
        Rule known = rules.get(transition.rule());
        boolean isSettled = known != null && known.hash().equals(transition.ruleHash());
        if (!isSettled && (!isRead || System.nanoTime() - readAt > REST_NANOS)) {
            read();
            known = rules.get(transition.rule());
        }
        return known == null ? transition.rule() : known.title();
    }

    private void read() {
        isRead = true;
        try {
            for (RulesInEffect.Effective rule :
                    RuleTopic.read(server, topics).inEffect().all()) {
                rules.put(rule.rule().id(), rule.rule());
            }
        } catch (KafkaException | ServerException e) {
            LOG.warn("the titles of rules cannot be read: {}", e.getMessage());
        }
        readAt = System.nanoTime();
    }
}
