package io.sectorwatch.ingest.format.table;

/** Tells what stands between the cells of a table. */
final class Separator {
    private static final char[] USUAL = {',', ';', '\t', '|'};

    /** The usual one that is most frequent in the first line, outside quotation marks; a comma where there is none. */
    static char in(CharSequence head) {
        int[] counts = new int[USUAL.length];
        boolean quoted = false;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (max(counts) > 0) {
                    break;
                }
            } else if (!quoted) {
                for (int k = 0; k < USUAL.length; k++) {
                    counts[k] += c == USUAL[k] ? 1 : 0;
                }
            }
        }
        for (int k = 0; k < USUAL.length; k++) {
            if (counts[k] > 0 && counts[k] == max(counts)) {
                return USUAL[k];
            }
        }
        return ',';
    }

    /** The character behind the first cell, which SDMX-CSV begins with a fixed word. */
    static char behindFirstCell(CharSequence head) {
        int start = 0;
        while (start < head.length() && Character.isWhitespace(head.charAt(start))) {
            start++;
        }
        boolean quoted = start < head.length() && head.charAt(start) == '"';
        for (int i = quoted ? start + 1 : start; i < head.length(); i++) {
            char c = head.charAt(i);
            if (quoted && c == '"') {
                return i + 1 < head.length() ? checked(head.charAt(i + 1)) : ',';
            }
            if (c == '[') {
                // What the brackets hold is the separator inside cells.
                while (i < head.length() && head.charAt(i) != ']') {
                    i++;
                }
            } else if (!quoted && !Character.isLetterOrDigit(c) && c != '_') {
                return checked(c);
            }
        }
        return ',';
    }

    private static char checked(char c) {
        return c == '\n' || c == '\r' || c == '"' || Character.isSurrogate(c) ? ',' : c;
    }

    private static int max(int[] counts) {
        int max = 0;
        for (int count : counts) {
            max = Math.max(max, count);
        }
        return max;
    }

    private Separator() {}
}
