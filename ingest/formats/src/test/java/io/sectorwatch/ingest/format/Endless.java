package io.sectorwatch.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.function.LongFunction;

/** A beginning and then one piece after another, far more of them than fit into memory. */
public final class Endless extends InputStream {
    private static final long MOST = 1L << 32;

    private final LongFunction<String> pieces;
    private byte[] piece;
    private int at;
    private long next;
    private long count;

    public Endless(String beginning, LongFunction<String> pieces) {
        this.piece = beginning.getBytes(UTF_8);
        this.pieces = pieces;
    }

    /** Number of bytes asked for so far. */
    public long count() {
        return count;
    }

    @Override
    public int read() {
        while (at == piece.length) {
            piece = pieces.apply(next).getBytes(UTF_8);
            at = 0;
            next++;
        }
        count++;
        return count > MOST ? -1 : piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        int i = 0;
        for (; i < length; i++) {
            int read = read();
            if (read < 0) {
                return i == 0 ? -1 : i;
            }
            bytes[from + i] = (byte) read;
        }
        return i;
    }
}
