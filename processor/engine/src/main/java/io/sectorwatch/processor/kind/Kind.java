package io.sectorwatch.processor.kind;

import java.util.List;

/**
 * What a rule asks of each of its series. There are two sorts: a measure over the periods, and a release that is due. A new
 * kind is a class that implements one of the two and a line in {@link Kinds}.
 */
public sealed interface Kind permits MeasureKind, ReleaseKind {
    /** Its field under {@code when}. */
    String name();

    /** The other series it looks at. Replays read their facts, and rules are refused where these never meet. */
    default List<ComparedSeries> compared() {
        return List.of();
    }

    /** The condition in words, for a message: "at least 2.6 %". */
    String condition(Wording words);
}
