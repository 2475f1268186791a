package io.sectorwatch.ingest.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a packed source, against its limits. */
final class Meter {
    private final UnpackLimits limits;
    private final PackedInput packed;
    private long unpacked;

    Meter(UnpackLimits limits, PackedInput packed) {
        this.limits = limits;
        this.packed = packed;
    }

    /** The same stream, counted; closing it closes nothing. */
    InputStream metered(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = in.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = in.read(into, from, length);
                count(Math.max(read, 0));
                return read;
            }

            @Override
            public long skip(long n) throws IOException {
                return readNBytes((int) Math.max(0, Math.min(n, 1 << 12))).length;
            }

            @Override
            public void close() {}
        };
    }

    private void count(int bytes) throws IOException {
        unpacked += bytes;
        limits.check(unpacked, packed.count());
    }
}
