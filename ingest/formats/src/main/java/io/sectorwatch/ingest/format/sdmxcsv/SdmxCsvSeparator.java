package io.sectorwatch.ingest.format.sdmxcsv;

/** Tells what stands between the cells of SDMX-CSV. */
final class SdmxCsvSeparator {
    /** The character behind the first cell, which SDMX-CSV begins with a fixed word. */
    static char in(CharSequence head) {
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

    private SdmxCsvSeparator() {}
}
