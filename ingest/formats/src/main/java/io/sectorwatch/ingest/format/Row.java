package io.sectorwatch.ingest.format;

import org.jspecify.annotations.Nullable;

/** One observation of a data set. It is good only until the next one: readers use it again. */
public interface Row {
    /** Line in the file, from 1; in a format without lines the number of the observation. */
    long line();

    /** Text of a component, by its place in {@link DataSet#components()}; null where it is absent or empty. */
    @Nullable
    String get(int component);

    /** The row for a report to people, as it stands in the file where that can be said. */
    String text();
}
