package io.sectorwatch.monitor.read;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are wanted; an empty set wants all.
 *
 * @param state open, closed or all
 * @param since only those whose newest transition is of this time or later
 * @param asOf as they stood then; null as they stand now
 */
public record AlertFilters(
        State state,
        Set<String> rules,
        Set<String> indicators,
        Set<String> areas,
        Set<String> sectors,
        Set<String> severities,
        @Nullable String since,
        @Nullable String asOf) {

    /** Which alerts by how they stand. */
    public enum State {
        OPEN,
        CLOSED,
        ALL
    }
}
