package io.sectorwatch.schemas.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Closes a release: the facts that a source makes known at one moment are complete, and are decided as a whole. It comes
 * behind the last of them, in every partition that has any.
 *
 * @param release its id, which its facts carry
 * @param title null where it has none
 * @param published knowledge time of all its facts, to the millisecond
 * @param tally null where nobody counted
 */
public record ClosedRelease(
        String release,
        @Nullable String title,
        Instant published,
        Source source,
        @Nullable Tally tally) implements AboutFacts {

    /**
     * How many facts a release has in all partitions, by what they do.
     *
     * @param added those of periods that were not known before
     */
    public record Tally(int added, int revised, int withdrawn) {}

    @Override
    public Instant time() {
        return published;
    }

    @Override
    public String subject() {
        return release;
    }
}
