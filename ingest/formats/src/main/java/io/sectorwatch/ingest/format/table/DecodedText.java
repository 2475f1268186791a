package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a stream. Bytes that are none in its encoding become {@link #LOST}, and are counted: JDK readers
 * replace them without a word.
 */
public final class DecodedText extends Reader {
    /** Stands for bytes that are no character. */
    static final char LOST = '\ufffd';

    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 1 << 16;
    private static final int LONGEST_CHARACTER = 2;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final char[] head = new char[HEAD];
    private int headAt;
    private int headEnd;
    private boolean ended;
    private boolean spoiled;
    private char last = '\n';

    /**
     * Opens a text, in the encoding of its byte order mark, else in the one that was told, else in UTF-8.
     *
     * @throws UnreadableException if it is in an encoding that has to be told
     */
    public static DecodedText open(InputStream in, @Nullable Charset told) throws IOException {
        byte[] start = in.readNBytes(BUFFER);
        ByteOrderMark mark = ByteOrderMark.of(start);
        Charset charset = mark.charset() != null ? mark.charset() : told != null ? told : StandardCharsets.UTF_8;
        if (mark.charset() == null && told == null && ByteOrderMark.isMissingFrom(start)) {
            throw new UnreadableException(ByteOrderMark.MISSING);
        }
        DecodedText text = new DecodedText(in, charset);
        text.bytes.clear();
        text.bytes.put(start, mark.length(), start.length - mark.length()).flip();
        text.readHead();
        return text;
    }

    private DecodedText(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The encoding it is read in. */
    Charset charset() {
        return charset;
    }

    /** The beginning, up to some ten thousand characters, which reading gives again. */
    public CharSequence head() {
        return CharBuffer.wrap(head, 0, headEnd);
    }

    /** Whether its last line has no end, as far as it was read. */
    boolean endsOpen() {
        return last != '\n' && last != '\r';
    }

    /** Whether anything read so far, or a little ahead, was no character or a NUL. */
    boolean isSpoiled() {
        return spoiled;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (headAt == headEnd && length >= LONGEST_CHARACTER) {
            return decode(into, from, length);
        }
        if (headAt == headEnd) {
            headAt = 0;
            headEnd = Math.max(0, decode(head, 0, LONGEST_CHARACTER));
        }
        int count = Math.min(length, headEnd - headAt);
        System.arraycopy(head, headAt, into, from, count);
        headAt += count;
        return count == 0 ? -1 : count;
    }

    /** Leaves the stream open: it belongs to whoever gave it. */
    @Override
    public void close() {}

    private void readHead() throws IOException {
        while (HEAD - headEnd >= LONGEST_CHARACTER) {
            int count = decode(head, headEnd, HEAD - headEnd);
            if (count < 0) {
                break;
            }
            headEnd += count;
        }
    }

    private int decode(char[] into, int from, int length) throws IOException {
        // A slice, so that its positions count from the first character asked for.
        CharBuffer out = CharBuffer.wrap(into, from, length).slice();
        while (out.position() == 0) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError() && out.hasRemaining()) {
                bytes.position(bytes.position() + result.length());
                out.put(LOST);
            } else if (out.position() == 0 && !fill()) {
                return -1;
            }
        }
        int end = from + out.position();
        for (int i = from; i < end; i++) {
            spoiled |= into[i] == 0 || into[i] == LOST;
        }
        last = into[end - 1];
        return end - from;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
        return !ended || bytes.hasRemaining();
    }
}
