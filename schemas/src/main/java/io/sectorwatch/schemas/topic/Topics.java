package io.sectorwatch.schemas.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The topics of one installation: their names, which share a prefix, and what each must be created with. */
public record Topics(String prefix) {
    public static final String DEFAULT_PREFIX = "sectorwatch.";

    /** Sectors that have a topic of their own where nothing else is said. */
    public static final List<String> DEFAULT_SECTORS =
            List.of("aerospace", "artificial-intelligence", "economy", "electric-vehicles", "semiconductors");

    // Kafka rolls a segment when records span more than a week of knowledge time; a history spans decades.
    private static final String NEVER = Long.toString(Long.MAX_VALUE);
    private static final Map<String, String> KEPT_FOR_EVER =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1", "segment.ms", NEVER);
    // The active segment is never compacted; a smaller one keeps the topic near the number of its keys.
    private static final Map<String, String> LATEST_BY_KEY =
            Map.of("cleanup.policy", "compact", "segment.ms", NEVER, "segment.bytes", "16777216");

    /** A topic to create. */
    public record Spec(String name, int partitions, Map<String, String> configs) {
        public Spec {
            configs = new TreeMap<>(configs);
        }
    }

    public String indicators() {
        return prefix + "indicators";
    }

    public String policies() {
        return prefix + "policies";
    }

    public String rules() {
        return prefix + "rules";
    }

    public String alerts() {
        return prefix + "alerts";
    }

    /** The alerts of one sector. */
    public String alerts(String sector) {
        return prefix + "alerts.sector." + sector;
    }

    public String openAlerts() {
        return prefix + "alerts.open";
    }

    public String scorecards() {
        return prefix + "scorecards";
    }

    public String deadLetters() {
        return prefix + "dead-letters";
    }

    /**
     * All topics, for a number of partitions of the indicators. The policies have one partition whatever that number is:
     * an event counts in several derived series, and these must meet, in time order, in one task.
     */
    public List<Spec> all(int partitions, List<String> sectors) {
        List<Spec> all = new ArrayList<>();
        all.add(new Spec(indicators(), partitions, KEPT_FOR_EVER));
        all.add(new Spec(policies(), 1, KEPT_FOR_EVER));
        all.add(new Spec(rules(), partitions, KEPT_FOR_EVER));
        all.add(new Spec(alerts(), partitions, KEPT_FOR_EVER));
        sectors.stream().sorted().forEach(sector -> all.add(new Spec(alerts(sector), partitions, KEPT_FOR_EVER)));
        all.add(new Spec(openAlerts(), partitions, LATEST_BY_KEY));
        all.add(new Spec(scorecards(), partitions, LATEST_BY_KEY));
        all.add(new Spec(deadLetters(), 1, KEPT_FOR_EVER));
        return all;
    }
}
