package io.sectorwatch.ingest.format.table;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What publishers write into a cell instead of a figure. */
public final class MissingFigures {
    private static final Set<String> MISSING = Set.of(":", "..", "...", "NA", "N/A", "n/a", "#N/A");

    /** Whether the publisher says that there is no figure. */
    public static boolean isMissing(@Nullable String cell) {
        return cell == null || MISSING.contains(cell);
    }

    private MissingFigures() {}
}
