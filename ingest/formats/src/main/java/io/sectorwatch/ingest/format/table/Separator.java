package io.sectorwatch.ingest.format.table;

/** Tells what stands between the cells of a table. */
public final class Separator {
    private static final char[] USUAL = {',', ';', '\t', '|'};

    /** The usual one that is most frequent in the first line, outside quotation marks; a comma where there is none. */
    public static char in(CharSequence head) {
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

    private static int max(int[] counts) {
        int max = 0;
        for (int count : counts) {
            max = Math.max(max, count);
        }
        return max;
    }

    private Separator() {}
}
