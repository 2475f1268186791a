package io.sectorwatch.ingest.vintage;

/** What a release does to what is known of one period of one series. */
public enum Change {
    /** There was no figure, or none any more. */
    NEW,
    /** There was another. */
    REVISED,
    /** There was one, and is none any more. */
    WITHDRAWN,
    /** There was the same. */
    UNCHANGED
}
