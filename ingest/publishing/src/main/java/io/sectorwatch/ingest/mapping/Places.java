package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import java.util.List;

/** Where components stand in the rows of a data set. */
final class Places {
    private final List<String> components;

    Places(DataSet dataSet) {
        this.components = dataSet.components();
    }

    boolean has(String component) {
        return components.contains(component);
    }

    /** The place of a component, or -1. */
    int of(String component) {
        return components.indexOf(component);
    }

    /** The places of those that are there; a component that no row has said anything in yet need not be. */
    int[] of(List<String> names) {
        return names.stream()
                .mapToInt(components::indexOf)
                .filter(place -> place >= 0)
                .toArray();
    }
}
