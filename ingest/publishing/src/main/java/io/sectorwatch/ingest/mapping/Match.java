package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import java.util.List;

/**
 * By what a mapping recognises its data sets.
 *
 * @param ids patterns for the name the publisher gives it, of which one must fit; none if it does not matter
 * @param components that must be there
 */
record Match(List<Glob> ids, List<String> components) {
    Match {
        ids = List.copyOf(ids);
        components = List.copyOf(components);
    }

    boolean fits(DataSet dataSet) {
        String id = dataSet.id();
        return (ids.isEmpty() || id != null && Glob.anyMatches(ids, id))
                && dataSet.components().containsAll(components);
    }
}
