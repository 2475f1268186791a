package io.sectorwatch.ingest.intake;

import io.sectorwatch.ingest.vintage.Changes;
import io.sectorwatch.ingest.vintage.Release;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run found in a data set, or in a file of facts.
 *
 * @param facts number of facts that are published as they are
 * @param rejected number of rows that could not be taken
 * @param releases what of its releases is news; empty before they are compared
 */
public record DataSetSummary(String name, long facts, long rejected, SortedMap<Release, Changes> releases) {
    public DataSetSummary {
        releases = Collections.unmodifiableSortedMap(new TreeMap<>(releases));
    }
}
