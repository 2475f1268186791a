package io.sectorwatch.application.rules;

import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;

/** What rules reach: the series that are known, and the alerts that are open. */
public final class RuleReach {
    private final KnownSeries series;
    private final Map<String, Integer> open;

    private RuleReach(KnownSeries series, Map<String, Integer> open) {
        this.series = series;
        this.open = open;
    }

    /** Looks at a server; throws ServerException where a topic is missing. */
    public static RuleReach of(Server server, Topics topics, TopicFacts facts) {
        return new RuleReach(facts.series(), openAlerts(server, topics));
    }

    /** How many series a rule is about. */
    public int series(Rule rule) {
        return series.matching(rule.series());
    }

    /** How many alerts of a rule are open. */
    public int openAlerts(String rule) {
        return open.getOrDefault(rule, 0);
    }

    /** How many alerts are open at a server, by rule; throws ServerException where their topic is missing. */
    public static Map<String, Integer> openAlerts(Server server, Topics topics) {
        server.require(Right.toRead(topics.openAlerts()));
        Map<String, Integer> open = new HashMap<>();
        Alerts.open(server, topics, unreadable -> {})
                .forEach(alert -> open.merge(alert.transition().rule(), 1, Integer::sum));
        return open;
    }
}
