package io.sectorwatch.ingest.format.table;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cells with figures. */
final class MissingFigures {
    private static final Set<String> MISSING = Set.of(":", "..", "...", "NA", "N/A", "n/a", "#N/A");

    /** Whether the publisher says that there is no figure. */
    static boolean isMissing(@Nullable String cell) {
        return cell == null || MISSING.contains(cell);
    }

    /** The same by the standard of SDMX-CSV. In other tables NaN is what went wrong in somebody's calculation. */
    static boolean isMissingInSdmx(String cell) {
        return cell.equals("NaN") || isMissing(cell);
    }

    private MissingFigures() {}
}
