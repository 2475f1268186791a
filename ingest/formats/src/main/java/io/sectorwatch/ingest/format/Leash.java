package io.sectorwatch.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a parser have only so many bytes at one go, for a tag, a text or a token. Parsers limit much of it themselves, but not
 * what they pass over: comments and names in XML, texts in JSON that nobody asks for.
 */
public final class Leash extends InputStream {
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] single = new byte[1];
    private long sinceRest;
    private long count;
    private boolean ended;
    private @Nullable IOException failure;

    /** Leaves the stream open. */
    public Leash(InputStream in) {
        this.in = in;
    }

    /** The parser came to the end of a tag, text or token. */
    public void rest() {
        sinceRest = 0;
    }

    /** Whether the source came to its end. */
    public boolean isEnded() {
        return ended;
    }

    /** Number of bytes given so far. */
    public long count() {
        return count;
    }

    /** What made reading fail, before a parser wrapped it in something of its own. */
    public @Nullable IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            if (sinceRest > LONGEST) {
                throw new UnreadableException("a single name, value, text or comment is longer than " + LONGEST
                        + " bytes: this is no publication of figures");
            }
            int read = in.read(bytes, from, length);
            ended |= read < 0;
            sinceRest += Math.max(0, read);
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
