package io.sectorwatch.schemas.json;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come again and again, so that each is made and checked once. Bounded: texts that never repeat cannot fill
 * the memory. Not thread-safe.
 */
final class Pool {
    private static final int SLOTS = 1 << 13;

    private final @Nullable String[] slots = new String[SLOTS];
    private final UnaryOperator<String> check;

    Pool(UnaryOperator<String> check) {
        this.check = check;
    }

    /** The text in part of a buffer; throws what the check throws. */
    String get(char[] buffer, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String seen = slots[slot];
        if (seen != null && matches(seen, buffer, offset, length)) {
            return seen;
        }
        String text = check.apply(new String(buffer, offset, length));
        slots[slot] = text;
        return text;
    }

    private static boolean matches(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
