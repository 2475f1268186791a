package io.sectorwatch.ingest.format;

import java.util.List;

/** A format that files come in. Knows nothing of any one file, so that all may share it. */
public interface Format {
    /** As people call it on the command line. */
    String name();

    /** What a server is asked for that is to answer in this format. */
    List<MediaType> mediaTypes();

    /**
     * How likely a file that begins so is of this format. Whoever is asked need not know what else there is: the most likely
     * format is taken.
     *
     * @throws UnreadableException if it is what comes instead of data in this format, an error message for example
     */
    Likeness recognise(Beginning beginning) throws UnreadableException;
}
