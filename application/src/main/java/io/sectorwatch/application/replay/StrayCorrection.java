package io.sectorwatch.application.replay;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A correction that counts for nothing, since its fact is not where it came.
 *
 * @param fact the id that it names
 * @param partitions where it came
 * @param home where its fact is; null where no fact has that id, which may be still to come
 */
public record StrayCorrection(
        String fact,
        SortedSet<Integer> partitions,
        @Nullable Integer home) {
    public StrayCorrection {
        partitions = Collections.unmodifiableSortedSet(new TreeSet<>(partitions));
    }
}
