package io.sectorwatch.schemas.message;

import java.time.Instant;
import java.util.Locale;

/**
 * Takes back a fact that never should have been published here, or takes that back. Not a revision: that is the source's,
 * this is ours.
 *
 * @param fact id of an observation or policy event
 * @param because why, for people
 * @param at knowledge time, to the millisecond
 */
public record Correction(String fact, State state, String because, Instant at) implements AboutFacts {

    /** What a fact counts as. */
    public enum State {
        /** Never known. */
        VOID,
        /** The fact that it says it is. */
        VALID;

        /** As it is written in messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Instant time() {
        return at;
    }

    @Override
    public String subject() {
        return fact;
    }
}
