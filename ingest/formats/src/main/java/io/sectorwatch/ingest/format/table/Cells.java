package io.sectorwatch.ingest.format.table;

import org.jspecify.annotations.Nullable;

/** One record of a table. */
interface Cells {
    /** Line where it begins, from 1. */
    long line();

    /** Number of its cells. */
    int count();

    /** Text of a cell without white space around it; null where there is none or no such cell. */
    @Nullable
    String get(int cell);

    /** As a line, or the beginning of a long one. */
    String text();
}
