package io.sectorwatch.application.facts;

import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A fact on the topics.
 *
 * @param fact an observation or a policy event
 * @param release the one that it belongs to; null for a fact on its own
 * @param correction the one that counts; null where it was never corrected
 */
public record ListedFact(
        String id,
        Message fact,
        @Nullable String release,
        @Nullable Correction correction) {
    /** What it counts as. */
    public State state() {
        return correction == null ? State.VALID : correction.state();
    }
}
