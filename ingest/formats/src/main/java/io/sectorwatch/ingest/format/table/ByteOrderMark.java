package io.sectorwatch.ingest.format.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a text say of its encoding.
 *
 * @param charset null where they say nothing
 * @param length number of bytes that are no part of the text
 */
public record ByteOrderMark(@Nullable Charset charset, int length) {
    /** What to say of a text that lacks one and needs it. */
    public static final String MISSING =
            "the text looks like UTF-16 without a byte order mark: save it as UTF-8, or give"
                    + " its encoding with --encoding UTF-16LE or UTF-16BE";

    private static final int LOOKED_AT = 4_096;

    /** The mark at the start of a text. */
    public static ByteOrderMark of(byte[] start) {
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            return new ByteOrderMark(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(start, 0xff, 0xfe)) {
            return new ByteOrderMark(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(start, 0xfe, 0xff)) {
            return new ByteOrderMark(StandardCharsets.UTF_16BE, 2);
        }
        return new ByteOrderMark(null, 0);
    }

    /** Whether a text without a mark has, as most of UTF-16 does, a NUL in nearly every other byte. */
    public static boolean isMissingFrom(byte[] start) {
        int[] nulls = new int[2];
        int length = Math.min(start.length, LOOKED_AT);
        for (int i = 0; i < length; i++) {
            if (start[i] == 0) {
                nulls[i % 2]++;
            }
        }
        int most = Math.max(nulls[0], nulls[1]);
        int least = Math.min(nulls[0], nulls[1]);
        return length >= 8 && most > length / 3 && least < length / 20;
    }

    private static boolean startsWith(byte[] start, int... mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
