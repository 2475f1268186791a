package io.sectorwatch.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/** Reads files of one format, and knows of them what they do not say themselves. */
@FunctionalInterface
public interface FormatReader {
    /** Reads as {@link RowFormat#read} does. */
    void read(String name, InputStream in, Rows rows) throws IOException;
}
