package io.sectorwatch.ingest.format.sdmx;

import io.sectorwatch.ingest.format.UnreadableException;

/** A message of SDMX about structures, which services answer with where they are asked for no data. */
public final class StructureMessage {
    /** Says so of a file. */
    public static UnreadableException refused() {
        return new UnreadableException("this is an SDMX structure message: it describes data, and holds none");
    }

    private StructureMessage() {}
}
