package io.sectorwatch.ingest.web;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** All of what was asked for, in a temporary file that goes when this is closed. */
public final class Download implements Closeable {
    private final FileChannel file;
    private final Validators validators;

    Download(FileChannel file, Validators validators) {
        this.file = file;
        this.validators = validators;
    }

    /** Reads it from its beginning, as often as wanted. */
    public InputStream open() {
        return new BufferedInputStream(new Reading(), 1 << 16);
    }

    /** How many bytes it has. */
    public long size() throws IOException {
        return file.size();
    }

    /** What the server called this version. */
    public Validators validators() {
        return validators;
    }

    /** Names the content, for servers that give the version no name. */
    public String digest() throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Reading extends InputStream {
        private long at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = file.read(ByteBuffer.wrap(into, from, length), at);
            at += Math.max(count, 0);
            return count;
        }
    }
}
