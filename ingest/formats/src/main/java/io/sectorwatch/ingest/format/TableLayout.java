package io.sectorwatch.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * How a table was found to be laid out, as a mapping would say it.
 *
 * @param columns which headings are the periods, such as years; null where they are in a column
 * @param marks what the mapping would have to say of the marks in figures; null where that is clear
 */
public record TableLayout(
        @Nullable String columns, @Nullable String marks) {
    /** Periods are the headings. */
    public static TableLayout wide(String columns) {
        return new TableLayout(columns, null);
    }

    /** The marks in figures are to be said. */
    public static TableLayout marked(String marks) {
        return new TableLayout(null, marks);
    }
}
