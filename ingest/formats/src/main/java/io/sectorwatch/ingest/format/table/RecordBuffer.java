package io.sectorwatch.ingest.format.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One record as characters, used again for the next one. Cells become strings only when asked for; a cell that is the same
 * as the one above it, as most are, costs none.
 */
final class RecordBuffer extends AbstractBaseCsvCallbackHandler<RecordBuffer> {
    static final int MOST_CELLS = 20_000;
    static final int LONGEST = 1 << 22;

    /** Of a string that is kept for the next record: a table of many columns must not keep many long ones. */
    private static final int LONGEST_KEPT = 64;

    private char[] chars = new char[1 << 10];
    private int[] ends = new int[64];
    private @Nullable String[] above = new String[64];
    private int count;
    private boolean cut;
    private long line;

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        count = 0;
        cut = false;
    }

    @Override
    protected void handleField(int index, char[] from, int offset, int length, boolean quoted) {
        int start = count == 0 ? 0 : ends[count - 1];
        if (index >= MOST_CELLS || start + length > LONGEST) {
            cut = true;
            return;
        }
        if (start + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, start + length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            above = Arrays.copyOf(above, 2 * count);
        }
        System.arraycopy(from, offset, chars, start, length);
        ends[count++] = start + length;
    }

    @Override
    protected RecordBuffer buildRecord() {
        return this;
    }

    long line() {
        return line;
    }

    int count() {
        return count;
    }

    /** Whether there was more than what is kept. */
    boolean isCut() {
        return cut;
    }

    boolean isEmpty(int cell) {
        return get(cell) == null;
    }

    /** Text of a cell without white space around it; null where there is none or no such cell. */
    @Nullable
    String get(int cell) {
        if (cell >= count) {
            return null;
        }
        int start = cell == 0 ? 0 : ends[cell - 1];
        int end = ends[cell];
        while (start < end && isSpace(chars[start])) {
            start++;
        }
        while (start < end && isSpace(chars[end - 1])) {
            end--;
        }
        if (start == end) {
            return null;
        }
        if (end - start > LONGEST_KEPT) {
            return new String(chars, start, end - start);
        }
        String last = above[cell];
        if (last != null && isSame(last, start, end)) {
            return last;
        }
        String text = new String(chars, start, end - start);
        above[cell] = text;
        return text;
    }

    /** Whether any of its characters is one of these two. */
    boolean contains(char one, char other) {
        int end = count == 0 ? 0 : ends[count - 1];
        for (int i = 0; i < end; i++) {
            if (chars[i] == one || chars[i] == other) {
                return true;
            }
        }
        return false;
    }

    /** The record as a line again, with quotes where it needs some; a long one as its beginning. */
    String text(char separator, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count && text.length() <= longest; i++) {
            if (i > 0) {
                text.append(separator);
            }
            int start = i == 0 ? 0 : ends[i - 1];
            String cell = new String(chars, start, Math.min(ends[i] - start, longest));
            text.append(Quotes.around(cell, separator));
        }
        return text.toString();
    }

    private boolean isSame(String last, int start, int end) {
        if (last.length() != end - start) {
            return false;
        }
        // From the end: codes and numbers of one column mostly begin alike.
        for (int i = end - 1, k = last.length() - 1; k >= 0; i--, k--) {
            if (chars[i] != last.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' && c != 0 || c == '\u00a0';
    }
}
