package io.sectorwatch.ingest.format.table;

import java.util.ArrayList;
import java.util.List;

/** Components of a data set, each with where its text comes from. */
final class Components {
    private final UniqueNames names = new UniqueNames();
    private final List<Integer> sources = new ArrayList<>();

    /** Adds a component; of a name that is there already it makes another. */
    Components add(String name, int source) {
        names.add(name);
        sources.add(source);
        return this;
    }

    List<String> names() {
        return names.list();
    }

    int[] sources() {
        return sources.stream().mapToInt(Integer::intValue).toArray();
    }
}
