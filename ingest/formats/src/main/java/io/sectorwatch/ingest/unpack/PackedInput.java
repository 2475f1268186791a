package io.sectorwatch.ingest.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes as they came, counted, with the last of them at hand: there an archive says what it holds. */
final class PackedInput extends FilterInputStream {
    /** The directory's end with its longest comment. */
    private static final int TAIL = 22 + 0xffff;

    private final byte[] ring = new byte[TAIL];
    private long count;

    PackedInput(InputStream in) {
        super(in);
    }

    /** Number of bytes read so far. */
    long count() {
        return count;
    }

    /** The last bytes read. */
    byte[] tail() {
        byte[] tail = new byte[(int) Math.min(count, TAIL)];
        for (int i = 0; i < tail.length; i++) {
            tail[i] = ring[(int) ((count - tail.length + i) % TAIL)];
        }
        return tail;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        int skipped = Math.max(0, read - TAIL);
        for (int i = skipped; i < read; ) {
            int at = (int) ((count + i) % TAIL);
            int part = Math.min(read - i, TAIL - at);
            System.arraycopy(into, from + i, ring, at, part);
            i += part;
        }
        count += Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.max(0, Math.min(n, 1 << 12))).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {}
}
