package io.sectorwatch.application.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when, as a person asks for it: what is relative has no date before the newest fact is known.
 *
 * @param from null for the beginning
 * @param to null for the end
 * @param asOf null where all is to be known that is
 */
public record RequestedSpan(
        @Nullable KnowledgeTime from,
        @Nullable KnowledgeTime to,
        @Nullable KnowledgeTime asOf) {
    public static final RequestedSpan WHOLE = new RequestedSpan(null, null, null);

    /** Whether it goes on to the end, and begins at the same time whatever is known by then. */
    public boolean isOpen() {
        return to == null && asOf == null && !(from instanceof KnowledgeTime.Before);
    }

    /** The span, given the newest fact; throws ReplayException for one that ends before it begins. */
    public Span span(Instant newest) {
        Span span = Span.of(from, to, asOf, newest);
        if (span.isEmpty()) {
            throw new ReplayException(
                    "the replay ends " + span.to() + ", before it begins " + span.from() + ": see --from and --to");
        }
        return span;
    }

    /** As it is written, for telling one from another. */
    String words() {
        return words(from) + ' ' + words(to) + ' ' + words(asOf);
    }

    private static @Nullable String words(@Nullable KnowledgeTime time) {
        return time == null ? null : time.words();
    }
}
