package io.sectorwatch.ingest.jsonl;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, one at a time; of one that is too long only the beginning is kept. */
final class Lines {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    private byte[] line = new byte[1 << 10];
    private int length;
    private boolean cut;
    private long number;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        cut = false;
        if (at == end && !fill()) {
            return false;
        }
        number++;
        boolean ended;
        do {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            keep(stop);
            ended = stop < end;
            at = ended ? stop + 1 : stop;
        } while (!ended && fill());
        return true;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether the line is longer than what is kept of it. */
    boolean isCut() {
        return cut;
    }

    /** Whether the line holds nothing but white space. */
    boolean isBlank() {
        for (int i = start(); i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The line without its end. */
    byte[] bytes() {
        int to = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return Arrays.copyOfRange(line, Math.min(start(), to), to);
    }

    private int start() {
        boolean marked = number == 1
                && length >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? BYTE_ORDER_MARK.length : 0;
    }

    private void keep(int stop) {
        int count = Math.min(stop - at, longest - length);
        cut |= count < stop - at;
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, Math.min(longest, line.length * 2)));
        }
        System.arraycopy(buffer, at, line, length, count);
        length += count;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
