package io.sectorwatch.ingest;

/**
 * One row that was not accepted.
 *
 * @param file as the source was named by whoever gave it
 * @param line counted from 1
 * @param reason for a person
 * @param row as it stands in the file, or the beginning of a long one
 */
public record Rejection(String file, long line, String reason, String row) {
    private static final int LONGEST_ROW = 1_000;

    public Rejection {
        if (row.length() > LONGEST_ROW) {
            row = row.substring(0, LONGEST_ROW) + '…';
        }
    }
}
