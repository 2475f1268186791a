package io.sectorwatch.ingest.sort;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Takes a record of {@link Bytes} apart again, in the same order. Texts are UTF-8. */
public final class Parts {
    private final ByteBuffer in;

    public Parts(byte[] record) {
        this.in = ByteBuffer.wrap(record);
    }

    public String text() {
        int from = in.position();
        skipText();
        return new String(in.array(), from, in.position() - from - 1, UTF_8);
    }

    public void skipText() {
        byte[] bytes = in.array();
        int end = in.position();
        while (bytes[end] != 0) {
            end++;
        }
        in.position(end + 1);
    }

    public int small() {
        return in.get() & 0xff;
    }

    public int number() {
        return in.getInt() ^ Integer.MIN_VALUE;
    }

    public long longNumber() {
        return in.getLong() ^ Long.MIN_VALUE;
    }

    /** How many bytes have been taken. */
    public int position() {
        return in.position();
    }

    /** The bytes before the next zero, which is taken too. */
    public byte[] upToZero() {
        int from = in.position();
        skipText();
        return Arrays.copyOfRange(in.array(), from, in.position() - 1);
    }

    public byte[] rest() {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }
}
