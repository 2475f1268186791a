package io.sectorwatch.application.replay.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A transition with the very bytes of its message.
 *
 * @param decidedAt in milliseconds
 * @param series as it is written
 * @param release that it was decided with; null where it came of something else, or where nobody said
 */
public record LoggedTransition(
        long decidedAt,
        String rule,
        String series,
        @Nullable String release,
        byte[] json) {
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
