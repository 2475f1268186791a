package io.sectorwatch.application.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a replay goes, in knowledge time, both included.
 *
 * @param from null for the beginning; what was known before is the state it begins with
 * @param to null for the end; nothing later is fed
 */
public record Span(@Nullable Instant from, @Nullable Instant to) {
    public static final Span WHOLE = new Span(null, null);

    /**
     * The span as a person named it, null where nothing was said. What is relative is so to the newest fact, or to
     * {@code asOf} where that is earlier.
     */
    public static Span of(
            @Nullable KnowledgeTime from, @Nullable KnowledgeTime to, @Nullable KnowledgeTime asOf, Instant newest) {
        Instant known = asOf == null ? null : asOf.last(newest);
        Instant now = known == null || newest.isBefore(known) ? newest : known;
        Instant end = to == null ? known : known == null ? to.last(now) : earlier(to.last(now), known);
        return new Span(from == null ? null : from.first(now), end);
    }

    /** Whether nothing can be in it. */
    public boolean isEmpty() {
        return from != null && to != null && to.isBefore(from);
    }

    public boolean isBefore(long time) {
        return to != null && time > to.toEpochMilli();
    }

    public boolean isAfter(long time) {
        return from != null && time < from.toEpochMilli();
    }

    public boolean contains(long time) {
        return !isBefore(time) && !isAfter(time);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
