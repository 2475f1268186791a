package io.sectorwatch.ingest.format;

import java.io.InputStream;

/** A beginning, a piece many times over, and an end. */
public final class Repeating extends InputStream {
    private final byte[] piece;
    private final byte[] end;
    private byte[] current;
    private int at;
    private long left;
    private boolean isAtEnd;

    public Repeating(byte[] beginning, byte[] piece, long times, byte[] end) {
        this.piece = piece.clone();
        this.end = end.clone();
        this.current = beginning.clone();
        this.left = times;
    }

    /** Whether somebody has read all of it. */
    public boolean isRead() {
        return isAtEnd && at == current.length;
    }

    @Override
    public int read() {
        return goOn() ? current[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        int count = 0;
        while (count < length && goOn()) {
            int part = Math.min(length - count, current.length - at);
            System.arraycopy(current, at, into, from + count, part);
            at += part;
            count += part;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private boolean goOn() {
        while (at == current.length && !isAtEnd) {
            isAtEnd = left == 0;
            current = isAtEnd ? end : piece;
            left--;
            at = 0;
        }
        return at < current.length;
    }
}
