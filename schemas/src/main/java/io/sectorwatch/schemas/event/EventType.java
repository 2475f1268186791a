package io.sectorwatch.schemas.event;

import java.util.Locale;

/** The CloudEvents types of the messages. */
public enum EventType {
    OBSERVATION,
    POLICY,
    TICK,
    RULE,
    TRANSITION,
    SCORECARD,
    RELEASE,
    CORRECTION;

    private final String code = "io.sectorwatch." + name().toLowerCase(Locale.ROOT) + ".v1";

    public String code() {
        return code;
    }
}
