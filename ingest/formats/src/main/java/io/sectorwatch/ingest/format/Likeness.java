package io.sectorwatch.ingest.format;

/** How likely a file is of a format, from the least to the most. */
public enum Likeness {
    /** It is something else. */
    NONE,
    /** It can be read so, as files of other formats might be. */
    POSSIBLE,
    /** It has the names that are usual in this format. */
    LIKELY,
    /** It has what no other format has. */
    CERTAIN
}
