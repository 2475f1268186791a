package io.sectorwatch.ingest.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.temporary.NamelessFile;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and texts put aside in order, to be read once after all are written: in memory as long as they are few, then in a
 * temporary file.
 */
public final class Spill implements Closeable {
    private static final int IN_MEMORY = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int PAYLOAD = 0x7f;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private final Path directory;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private OutputStream out = memory;
    private @Nullable FileChannel file;

    /** Puts the file where temporary files are put. */
    public Spill() {
        this(TemporaryDirectory.standard());
    }

    Spill(Path directory) {
        this.directory = directory;
    }

    /** Puts a number that is not negative. */
    public void number(long number) throws IOException {
        try {
            if (file == null && memory.size() > IN_MEMORY) {
                moveToFile();
            }
            long rest = number;
            while (rest > PAYLOAD) {
                out.write((int) (rest & PAYLOAD) | MORE);
                rest >>>= BITS;
            }
            out.write((int) rest);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Puts a text, or that there is none. */
    public void text(@Nullable String text) throws IOException {
        if (text == null) {
            number(0);
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        number(bytes.length + 1L);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Ends writing; what was put can be read once from the beginning. */
    public Reading read() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
        FileChannel channel = file;
        InputStream in = channel == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new BufferedInputStream(Channels.newInputStream(channel.position(0)), BUFFER);
        return new Reading(new DataInputStream(in));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private IOException unwritable(IOException cause) {
        return new IOException(
                "what must be put aside while reading cannot be written to a temporary file in " + directory + ": "
                        + cause.getMessage(),
                cause);
    }

    private void moveToFile() throws IOException {
        FileChannel channel = NamelessFile.open(directory);
        file = channel;
        out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        memory.writeTo(out);
        memory = new ByteArrayOutputStream();
    }

    /** Gives back what was put, in the same order and of the same kinds. */
    public static final class Reading {
        private final DataInputStream in;

        private Reading(DataInputStream in) {
            this.in = in;
        }

        /** The next number; throws EOFException after the last. */
        public long number() throws IOException {
            long number = 0;
            for (int shift = 0; ; shift += BITS) {
                int read = in.readUnsignedByte();
                number |= (long) (read & PAYLOAD) << shift;
                if ((read & MORE) == 0) {
                    return number;
                }
            }
        }

        /** The next text, null where none was put. */
        public @Nullable String text() throws IOException {
            int length = (int) number();
            if (length == 0) {
                return null;
            }
            byte[] bytes = new byte[length - 1];
            in.readFully(bytes);
            return new String(bytes, UTF_8);
        }
    }
}
