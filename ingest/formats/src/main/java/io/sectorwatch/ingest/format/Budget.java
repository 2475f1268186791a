package io.sectorwatch.ingest.format;

import org.jspecify.annotations.Nullable;

/** How much of a file may be kept in memory, codes of dimensions for example. */
public final class Budget {
    private static final long MOST_BYTES = 128L << 20;
    // What an object, its array and the reference to it take besides the characters.
    private static final int PER_TEXT = 64;

    private final String what;
    private long spent;

    /** For things so called in the message to people. */
    public Budget(String what) {
        this.what = what;
    }

    /** Takes note of a text that is kept. Throws UnreadableException where there is no room for it. */
    public void spend(@Nullable String text) throws UnreadableException {
        spent += PER_TEXT + (text == null ? 0 : 2L * text.length());
        if (spent > MOST_BYTES) {
            throw new UnreadableException(what + " would take more than " + (MOST_BYTES >> 20) + " MiB of memory");
        }
    }
}
