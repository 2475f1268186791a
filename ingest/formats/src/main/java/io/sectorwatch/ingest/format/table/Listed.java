package io.sectorwatch.ingest.format.table;

import java.util.List;
import java.util.stream.Collectors;

/** Names as part of a sentence. */
public final class Listed {
    private static final int MOST = 20;
    private static final int LONGEST = 80;

    /** With commas between them; of many the first. */
    public static String of(List<String> names) {
        String listed = names.stream()
                .limit(MOST)
                .map(name -> name.length() > LONGEST ? name.substring(0, LONGEST) + '…' : name)
                .collect(Collectors.joining(", "));
        return names.size() > MOST ? listed + " and " + (names.size() - MOST) + " more" : listed;
    }

    private Listed() {}
}
