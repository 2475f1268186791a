package io.sectorwatch.ingest.unpack;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks gzip (RFC 1952), one member after another to the end of the stream. The JDK's own stream takes the end of the bytes
 * at hand for the end of all, and what follows a member unheard where it is no gzip.
 */
final class GzipInput extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int DEFLATED = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int at;
    private int end;
    private boolean inMember;
    private long members;
    private long unpacked;

    GzipInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (inMember || nextMember()) {
                int count = inflater.inflate(into, from, length);
                if (count > 0) {
                    checksum.update(into, from, count);
                    unpacked += count;
                    return count;
                }
                if (inflater.finished()) {
                    at = end - inflater.getRemaining();
                    endMember();
                } else if (inflater.needsDictionary()) {
                    throw damaged("a dictionary is missing", null);
                } else {
                    requireMore();
                    inflater.setInput(buffer, at, end - at);
                    at = end;
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        } catch (EOFException e) {
            throw new UnreadableException(
                    "the gzip data are cut off, after " + unpacked + " unpacked bytes: load the file again", e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private boolean nextMember() throws IOException {
        if (members > 0 && !skipZeros()) {
            return false;
        }
        if (next() != 0x1f || next() != 0x8b || next() != DEFLATED) {
            throw damaged(members == 0 ? "no gzip header" : "what follows the packed data is not gzip", null);
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            int low = next();
            skip(low + (next() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        members++;
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        long expected = fourBytes();
        long size = fourBytes();
        if (expected != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw damaged("the checksum does not fit", null);
        }
        inMember = false;
    }

    /** Whether anything follows but the zeros that fill up blocks of a tape. */
    private boolean skipZeros() throws IOException {
        while (at < end || fill()) {
            if (buffer[at] != 0) {
                return true;
            }
            at++;
        }
        return false;
    }

    private long fourBytes() throws IOException {
        long low = next() | (long) next() << 8;
        return low | (long) next() << 16 | (long) next() << 24;
    }

    private void skipText() throws IOException {
        int read;
        do {
            read = next();
        } while (read != 0);
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        requireMore();
        return buffer[at++] & 0xff;
    }

    private void requireMore() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException();
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, BUFFER));
        return end > 0;
    }

    private static UnreadableException damaged(String how, @Nullable Throwable cause) {
        String message = "the gzip data are damaged: " + how;
        return cause == null ? new UnreadableException(message) : new UnreadableException(message, cause);
    }
}
