package io.sectorwatch.application.archive.table;

import java.io.Closeable;
import java.io.IOException;

/** A table on its way into a file, which is whole once it is closed. */
interface TableFile<T> extends Closeable {
    void write(T row) throws IOException;
}
