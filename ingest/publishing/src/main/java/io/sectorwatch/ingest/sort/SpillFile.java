package io.sectorwatch.ingest.sort;

import io.sectorwatch.ingest.temporary.NamelessFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A temporary file of runs, each a sequence of records. */
final class SpillFile implements AutoCloseable {
    private static final int BUFFER = 32 * 1024;

    /** Where in the file a run stands. */
    record Run(long from, long to) {}

    private final FileChannel channel;
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER);
    private long end;

    SpillFile(Path directory) throws IOException {
        this.channel = NamelessFile.open(directory);
    }

    /** Adds a run behind those that are there. */
    Run write(Cursor records) throws IOException {
        long from = end;
        for (byte[] record = records.next(); record != null; record = records.next()) {
            if (out.remaining() < Integer.BYTES) {
                flush();
            }
            out.putInt(record.length);
            int at = 0;
            while (at < record.length) {
                if (!out.hasRemaining()) {
                    flush();
                }
                int part = Math.min(out.remaining(), record.length - at);
                out.put(record, at, part);
                at += part;
            }
            end += Integer.BYTES + record.length;
        }
        flush();
        return new Run(from, end);
    }

    /** Reads a run from its beginning. */
    Cursor read(Run run) {
        return new Reader(run);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void flush() throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    private final class Reader implements Cursor {
        private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
        private long left;
        private long at;

        Reader(Run run) {
            this.at = run.from();
            this.left = run.to() - run.from();
        }

        @Override
        public byte @Nullable [] next() throws IOException {
            if (left == 0) {
                return null;
            }
            require(Integer.BYTES);
            byte[] record = new byte[in.getInt()];
            int filled = 0;
            while (filled < record.length) {
                require(1);
                int part = Math.min(in.remaining(), record.length - filled);
                in.get(record, filled, part);
                filled += part;
            }
            left -= Integer.BYTES + record.length;
            return record;
        }

        private void require(int bytes) throws IOException {
            while (in.remaining() < bytes) {
                in.compact();
                int count = channel.read(in, at);
                in.flip();
                if (count < 0) {
                    throw new EOFException("a temporary file was cut off by someone else");
                }
                at += count;
            }
        }
    }
}
