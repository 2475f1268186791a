package io.sectorwatch.application.replay.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;

/**
 * A transition with the very bytes of its message.
 *
 * @param decidedAt in milliseconds
 * @param series as it is written
 */
public record LoggedTransition(long decidedAt, String rule, String series, byte[] json) {
    public Transition transition() {
        return new TransitionCodec().read(json);
    }

    /** Its message as text. */
    public String text() {
        return new String(json, UTF_8);
    }

    /** By time, rule and series. */
    public int order(LoggedTransition other) {
        int order = Long.compare(decidedAt, other.decidedAt);
        order = order != 0 ? order : rule.compareTo(other.rule);
        return order != 0 ? order : series.compareTo(other.series);
    }
}
