package io.sectorwatch.ingest.vintage;

import org.jspecify.annotations.Nullable;

/** What a release does to what is known of one period of one series. */
public enum Change {
    /** There was no figure, or none any more. */
    NEW,
    /** There was another. */
    REVISED,
    /** There was one, and is none any more. */
    WITHDRAWN,
    /** There was the same. */
    UNCHANGED,
    /** There was another of the same moment, which goes on counting. */
    OUTRANKED,
    /** It says what is void here, which stays so. */
    VOID;

    /** What a fact was added with as its effect; null where it was compared with nothing. */
    @SuppressWarnings("EnumOrdinal")
    public static @Nullable Change ofEffect(int effect) {
        return effect == 0 ? null : values()[effect - 1];
    }

    /** As the effect of a fact. */
    @SuppressWarnings("EnumOrdinal") // It is read again by the program that wrote it.
    int effect() {
        return 1 + ordinal();
    }
}
