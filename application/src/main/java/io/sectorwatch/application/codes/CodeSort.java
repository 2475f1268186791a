package io.sectorwatch.application.codes;

import java.util.Locale;

/** What codes are there of. */
public enum CodeSort {
    INDICATOR,
    AREA,
    SECTOR,
    SOURCE,
    RULE;

    /** What people call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
