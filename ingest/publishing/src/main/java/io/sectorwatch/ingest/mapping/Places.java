package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.period.SaidFrequency;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The component in which the publisher says a frequency; null where there is none. */
    @Nullable
    String frequency() {
        return SaidFrequency.component(components);
    }

    /** The places of those that are there; a component that no row has said anything in yet need not be. */
    int[] of(List<String> names) {
        return names.stream()
                .mapToInt(components::indexOf)
                .filter(place -> place >= 0)
                .toArray();
    }
}
