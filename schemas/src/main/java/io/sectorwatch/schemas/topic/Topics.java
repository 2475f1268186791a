package io.sectorwatch.schemas.topic;

import io.sectorwatch.schemas.series.Codes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The topics of one installation: their names, which share a prefix, and what each must be created with. */
public record Topics(String prefix) {
    public static final String DEFAULT_PREFIX = "sectorwatch.";

    /** Sectors that have a topic of their own where nothing else is said. */
    public static final List<String> DEFAULT_SECTORS =
            List.of("aerospace", "artificial-intelligence", "economy", "electric-vehicles", "semiconductors");

    // Kafka rolls a segment when records span more than a week of knowledge time; a history spans decades. And a broker
    // may be set to stamp records with its own clock, which would lose their knowledge time.
    private static final Map<String, String> EVERY_TOPIC =
            Map.of("segment.ms", Long.toString(Long.MAX_VALUE), "message.timestamp.type", "CreateTime");

    /**
     * How producers compress what they write, and brokers what comes to the topics otherwise. It needs no library of the
     * operating system, as zstd and snappy do.
     */
    public static final String COMPRESSION = "lz4";

    private static final Map<String, String> WHERE_CREATED = Map.of("compression.type", COMPRESSION);

    /** Size in bytes up to which a dead letter is kept. */
    public static final int LARGEST_DEAD_LETTER = 2 << 20;

    private static final Map<String, String> KEPT_FOR_EVER =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    // What came was as large as a broker accepts, and the reason is added to it.
    private static final Map<String, String> LARGER_THAN_WHAT_CAME = larger(KEPT_FOR_EVER);
    // The active segment is never compacted; a smaller one keeps the topic near the number of its keys.
    private static final Map<String, String> LATEST_BY_KEY =
            Map.of("cleanup.policy", "compact", "segment.bytes", "16777216");

    /**
     * A topic to create.
     *
     * @param configs what it must have, whoever created it
     */
    public record Spec(String name, int partitions, Map<String, String> configs) {
        public Spec {
            configs = Collections.unmodifiableMap(new TreeMap<>(configs));
        }

        /** What it is created with: also what another that is there already may be without. */
        public Map<String, String> whereCreated() {
            Map<String, String> all = new TreeMap<>(configs);
            all.putAll(WHERE_CREATED);
            return all;
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

    /** Facts and rules together, in the order in which they count: what a replay feeds to its processor. */
    public String history() {
        return prefix + "history";
    }

    public String alerts() {
        return prefix + "alerts";
    }

    /** The alerts of one sector. */
    public String alerts(String sector) {
        return prefix + "alerts.sector." + sector;
    }

    /** The sector whose alerts a topic has; empty for any other topic. */
    public Optional<String> sectorOf(String topic) {
        String ofSectors = alerts("");
        return topic.startsWith(ofSectors) ? Optional.of(topic.substring(ofSectors.length())) : Optional.empty();
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

    /** What targets of delivery have refused. */
    public String undelivered() {
        return prefix + "undelivered";
    }

    /**
     * All topics, for a number of partitions of the indicators. The policies have one partition whatever that number is:
     * an event counts in several derived series, and these must meet, in time order, in one task. Throws
     * IllegalArgumentException for a sector that is not a code.
     */
    public List<Spec> all(int partitions, List<String> sectors) {
        List<Spec> all = new ArrayList<>();
        all.add(topic(indicators(), partitions, KEPT_FOR_EVER));
        all.add(topic(policies(), 1, KEPT_FOR_EVER));
        all.add(topic(rules(), partitions, KEPT_FOR_EVER));
        all.add(topic(alerts(), partitions, KEPT_FOR_EVER));
        for (String sector : new TreeSet<>(sectors)) {
            all.add(topic(alerts(Codes.sector(sector)), partitions, KEPT_FOR_EVER));
        }
        all.add(topic(openAlerts(), partitions, LATEST_BY_KEY));
        all.add(topic(scorecards(), partitions, LATEST_BY_KEY));
        all.add(topic(deadLetters(), 1, LARGER_THAN_WHAT_CAME));
        all.add(topic(undelivered(), 1, LARGER_THAN_WHAT_CAME));
        return all;
    }

    private static Spec topic(String name, int partitions, Map<String, String> cleanup) {
        Map<String, String> configs = new TreeMap<>(EVERY_TOPIC);
        configs.putAll(cleanup);
        return new Spec(name, partitions, configs);
    }

    private static Map<String, String> larger(Map<String, String> configs) {
        Map<String, String> larger = new TreeMap<>(configs);
        larger.put("max.message.bytes", Integer.toString(LARGEST_DEAD_LETTER));
        return larger;
    }
}
