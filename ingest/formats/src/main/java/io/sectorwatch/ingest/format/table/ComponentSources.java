package io.sectorwatch.ingest.format.table;

import java.util.ArrayList;
import java.util.List;

/** Components of a data set, each with where its text comes from. */
public final class ComponentSources {
    private final UniqueNames names = new UniqueNames();
    private final List<Integer> sources = new ArrayList<>();

    /** Adds a component; of a name that is there already it makes another. */
    public ComponentSources add(String name, int source) {
        names.add(name);
        sources.add(source);
        return this;
    }

    /** Their names, all different. */
    public List<String> names() {
        return names.list();
    }

    /** Where the text of each comes from. */
    public int[] sources() {
        return sources.stream().mapToInt(Integer::intValue).toArray();
    }
}
