package io.sectorwatch.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/** A format whose files hold rows. */
public interface RowFormat extends Format {
    /**
     * Reads to the end, in memory that does not grow with the length of the input, and leaves the stream open.
     *
     * @param name how the source is called in rejections
     * @throws UnreadableException where the rest makes no sense: it is not this format, is cut off, or hides an attack
     * @throws IOException if the source itself fails
     */
    void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException;

    /** Whether period and figures are given under SDMX's names, whatever they are called where {@link ReadOptions} say so. */
    default boolean readsNamedColumns() {
        return false;
    }

    /** A reader of files of which all this is known. */
    default FormatReader reader(ReadOptions options) {
        return (name, in, rows) -> read(name, in, options, rows);
    }
}
