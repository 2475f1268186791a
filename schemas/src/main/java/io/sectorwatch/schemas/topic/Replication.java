package io.sectorwatch.schemas.topic;

import java.util.Map;

/**
 * How well a topic is kept.
 *
 * @param factor the number of brokers that have it
 */
public record Replication(int factor) {
    private static final int ENOUGH = 3;
    private static final String LEAST_IN_SYNC = "min.insync.replicas";

    public Replication {
        if (factor < 1) {
            throw new IllegalArgumentException("no topic is kept by " + factor + " brokers");
        }
    }

    /** What a topic on so many brokers must have: three, or all of them where they are fewer. */
    public static Replication among(int brokers) {
        return new Replication(Math.max(1, Math.min(ENOUGH, brokers)));
    }

    /**
     * How many of these brokers must have what is published before it counts. With fewer than three there is one alone:
     * two that must both have it stop as soon as one of them does.
     */
    public int leastInSync() {
        return factor < ENOUGH ? 1 : factor / 2 + 1;
    }

    /** The settings that a topic is created with; none where those of the broker do. */
    public Map<String, String> configs() {
        return leastInSync() == 1 ? Map.of() : Map.of(LEAST_IN_SYNC, Integer.toString(leastInSync()));
    }
}
