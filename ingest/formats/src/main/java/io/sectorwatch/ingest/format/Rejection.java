package io.sectorwatch.ingest.format;

/**
 * One row that was not accepted, or a whole file.
 *
 * @param file as the source was named by whoever gave it
 * @param line counted from 1; {@link #WHOLE_FILE} for the file itself
 * @param reason for a person
 * @param row as it stands in the file, or the beginning of a long one
 */
public record Rejection(String file, long line, String reason, String row) {
    /** Instead of a line. */
    public static final long WHOLE_FILE = 0;

    private static final int LONGEST_ROW = 1_000;

    public Rejection {
        if (row.length() > LONGEST_ROW) {
            row = row.substring(0, LONGEST_ROW) + '…';
        }
    }

    /** A file of which nothing can be made, at least from somewhere on. */
    public static Rejection ofFile(String file, String reason) {
        return new Rejection(file, WHOLE_FILE, reason, "");
    }

    /** Where it stands, as a person is told: the file, with the line where there is one. */
    public String place() {
        return line == WHOLE_FILE ? file : file + ":" + line;
    }
}
