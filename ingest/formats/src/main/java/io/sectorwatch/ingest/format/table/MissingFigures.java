package io.sectorwatch.ingest.format.table;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What publishers write into a cell instead of a figure. A dash is not among it: for some it stands for nothing known, for
 * others for exactly zero, and a mapping has to say so.
 */
public final class MissingFigures {
    private static final Set<String> MISSING = Set.of(
            ":", "..", "...", "…", ".", "NA", "N/A", "na", "n/a", "n.a.", "N.A.", "#N/A", "x", "c", "[x]", "[c]", "[z]",
            "null", "NULL");

    /** Whether the publisher says that there is no figure. */
    public static boolean isMissing(@Nullable String cell) {
        return cell == null || cell.length() <= 4 && MISSING.contains(cell);
    }

    private MissingFigures() {}
}
