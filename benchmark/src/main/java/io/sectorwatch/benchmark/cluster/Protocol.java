package io.sectorwatch.benchmark.cluster;

import java.util.Locale;

/** How the members of the processor's group agree who does what. */
enum Protocol {
    /** They agree among themselves; each has a name of its own, and its standbys are its own setting. */
    CLASSIC("group.protocol=classic", "num.standby.replicas=1", "session.timeout.ms=2000", Protocol.TRANSACTIONS_END),
    /** The brokers say; nobody has a name of its own, and standbys and sessions are settings of the brokers. */
    STREAMS("group.protocol=streams", Protocol.TRANSACTIONS_END);

    // A reader of committed records waits so long for what a killed instance left open.
    private static final String TRANSACTIONS_END = "producer.transaction.timeout.ms=3000";

    private final String settings;

    Protocol(String... settings) {
        this.settings = String.join("\n", settings);
    }

    /** Lines of the client settings that go with it. */
    String settings() {
        return settings;
    }

    /** As it is written in settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
