package io.sectorwatch.ingest.mapping;

import java.util.List;
import java.util.Map;

/** Lists of publishers' codes for the status of a figure. */
final class StatusCodes {
    // Eurostat's list of observation flags. Confidentiality says why a figure is missing and nothing of one that is
    // there;
    // "not applicable" is a figure that cannot exist, and an estimate is one whoever made it.
    private static final Map<String, String> EUROSTAT = Map.ofEntries(
            Map.entry("b", "B"),
            Map.entry("c", ""),
            Map.entry("C", ""),
            Map.entry("d", "D"),
            Map.entry("e", "E"),
            Map.entry("f", "F"),
            Map.entry("i", "I"),
            Map.entry("n", "N"),
            Map.entry("p", "P"),
            Map.entry("r", ""),
            Map.entry("s", "E"),
            Map.entry("u", "U"),
            Map.entry("z", "M"));

    static final List<String> LISTS = List.of("eurostat");

    /** The list of that name; throws IllegalArgumentException. */
    static CodeList of(String list) {
        if (!list.equals(LISTS.get(0))) {
            throw new IllegalArgumentException("'" + list + "' is no list of status codes, which are " + LISTS);
        }
        return CodeList.of(EUROSTAT);
    }

    private StatusCodes() {}
}
