package io.sectorwatch.ingest.unpack;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;

/** Takes what a source holds, one after the other; a source that is no archive holds one. */
public interface Contents {
    /** Something to read. An exception ends the reading of the source. */
    void content(Content content) throws IOException;

    /** Something that is left out, for a person to know. */
    void skipped(String name, String reason);

    /** A workbook in an archive that cannot be read; an exception ends the reading of the source. */
    default void refused(String name, UnreadableException reason) throws UnreadableException {
        throw reason;
    }
}
