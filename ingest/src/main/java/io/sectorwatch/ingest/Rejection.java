package io.sectorwatch.ingest;

/**
 * A row that could not become a fact.
 *
 * @param row as it stood, shortened where it is very long
 */
public record Rejection(String file, long line, String reason, String row) {
    private static final int LONGEST_ROW = 300;

    public Rejection {
        row = row.length() > LONGEST_ROW ? row.substring(0, LONGEST_ROW) + "…" : row;
    }

    /** One line for people. */
    @Override
    public String toString() {
        return file + ':' + line + ": " + reason;
    }
}
