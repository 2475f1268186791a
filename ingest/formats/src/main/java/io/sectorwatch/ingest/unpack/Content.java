package io.sectorwatch.ingest.unpack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Something to read, unpacked.
 *
 * @param name of the source, with the member's behind it where it is an archive
 * @param head the first bytes, to tell the format by
 * @param stream all of it, the head too; good only while it is given, and closed by nobody but its giver
 */
public record Content(String name, byte[] head, InputStream stream) {
    private static final int HEAD = 1 << 16;

    static Content of(String name, InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, HEAD);
        buffered.mark(HEAD);
        byte[] head = buffered.readNBytes(HEAD);
        buffered.reset();
        return new Content(name, head, buffered);
    }
}
