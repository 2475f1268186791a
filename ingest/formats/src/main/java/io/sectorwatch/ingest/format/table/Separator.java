package io.sectorwatch.ingest.format.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what stands between the cells of a table. */
public final class Separator {
    private static final char[] USUAL = {',', ';', '\t', '|'};
    private static final int MOST_LINES = 30;

    /** What Excel reads and never shows. */
    private static final Pattern TOLD = Pattern.compile("\\A\\s*\"?sep=(.)\"?\\s*[\\r\\n]", Pattern.CASE_INSENSITIVE);

    /**
     * The one that the file tells in its first line; else the usual one that most of the first lines have equally many of,
     * outside quotation marks: of two such the one that makes more cells, which a title does not; a comma where there is none.
     */
    public static char in(CharSequence head) {
        Matcher told = TOLD.matcher(head);
        if (told.lookingAt()) {
            return told.group(1).charAt(0);
        }
        List<int[]> lines = counts(head);
        if (lines.isEmpty()) {
            return ',';
        }
        int best = most(lines.get(0));
        int mostLines = linesWith(lines, best, lines.get(0)[best]);
        int mostCells = lines.get(0)[best];
        for (int k = 0; k < USUAL.length; k++) {
            for (int[] line : lines) {
                int alike = line[k] == 0 ? 0 : linesWith(lines, k, line[k]);
                if (alike > mostLines || alike == mostLines && line[k] > mostCells) {
                    mostLines = alike;
                    mostCells = line[k];
                    best = k;
                }
            }
        }
        return USUAL[best];
    }

    /** Whether the first line does nothing but tell it. */
    static boolean isTold(CharSequence head) {
        return TOLD.matcher(head).lookingAt();
    }

    /** How often each of the usual ones stands in each of the first lines that have any. */
    private static List<int[]> counts(CharSequence head) {
        List<int[]> lines = new ArrayList<>();
        int[] counts = new int[USUAL.length];
        boolean quoted = false;
        for (int i = 0; i < head.length() && lines.size() < MOST_LINES; i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                counts = ended(counts, lines);
            } else if (!quoted) {
                for (int k = 0; k < USUAL.length; k++) {
                    counts[k] += c == USUAL[k] ? 1 : 0;
                }
            }
        }
        ended(counts, lines);
        return lines;
    }

    private static int[] ended(int[] counts, List<int[]> lines) {
        if (counts[most(counts)] == 0) {
            return counts;
        }
        lines.add(counts);
        return new int[USUAL.length];
    }

    private static int linesWith(List<int[]> lines, int separator, int count) {
        return (int) lines.stream().filter(line -> line[separator] == count).count();
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int k = 1; k < counts.length; k++) {
            most = counts[k] > counts[most] ? k : most;
        }
        return most;
    }

    private Separator() {}
}
