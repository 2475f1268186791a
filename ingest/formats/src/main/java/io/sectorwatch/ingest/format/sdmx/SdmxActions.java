package io.sectorwatch.ingest.format.sdmx;

import io.sectorwatch.ingest.format.DataSet.Action;
import java.util.Locale;
import java.util.Optional;

/** The words of SDMX for what a data set does to what was published before. */
public final class SdmxActions {
    /** Empty for a word that SDMX does not have. */
    public static Optional<Action> of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "information" -> Optional.of(Action.INFORMATION);
            // Version 1.0 has only this word for what is new and what is corrected.
            case "update" -> Optional.of(Action.APPEND);
            // SDMX 3.0 gave the old meaning of Append a name of its own.
            case "append", "merge" -> Optional.of(Action.APPEND);
            case "replace" -> Optional.of(Action.REPLACE);
            case "delete" -> Optional.of(Action.DELETE);
            default -> Optional.empty();
        };
    }

    private SdmxActions() {}
}
