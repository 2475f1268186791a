package io.sectorwatch.ingest.temporary;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** All of a stream, in a temporary file: for what can be understood only once its end was seen. */
public final class PutAside implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;

    /** Takes all of the stream, and leaves it open. */
    public PutAside(InputStream in) throws IOException {
        file = NamelessFile.open(TemporaryDirectory.standard());
        try {
            in.transferTo(Channels.newOutputStream(file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The last bytes of it. */
    public byte[] tail(int most) throws IOException {
        long size = file.size();
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(size, most));
        for (long at = size - tail.capacity(); tail.hasRemaining(); ) {
            int read = file.read(tail, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return tail.array();
    }

    /** Reads it from the beginning; to be done once. */
    public InputStream read() throws IOException {
        return new BufferedInputStream(Channels.newInputStream(file.position(0)), BUFFER);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
