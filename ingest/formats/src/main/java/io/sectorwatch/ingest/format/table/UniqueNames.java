package io.sectorwatch.ingest.format.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that are all different: one that comes again gets a number behind it. */
final class UniqueNames {
    private final List<String> names = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    void add(String name) {
        String unique = name;
        while (!taken.add(unique)) {
            unique = name + " (" + last.merge(name, 2, (known, ignored) -> known + 1) + ")";
        }
        names.add(unique);
    }

    List<String> list() {
        return List.copyOf(names);
    }
}
