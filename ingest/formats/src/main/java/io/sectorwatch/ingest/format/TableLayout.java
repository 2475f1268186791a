package io.sectorwatch.ingest.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table was found to be laid out, as a mapping would say it.
 *
 * @param columns which headings are the periods, such as years; null where they are in a column
 * @param marks what the mapping would have to say of the marks in figures; null where that is clear
 * @param flags what stands behind figures, or some of it, where nobody said that these are flags
 */
public record TableLayout(
        @Nullable String columns, @Nullable String marks, List<String> flags) {
    public TableLayout {
        flags = List.copyOf(flags);
    }

    /** Periods are the headings. */
    public static TableLayout wide(String columns) {
        return new TableLayout(columns, null, List.of());
    }

    /** The marks in figures are to be said. */
    public static TableLayout marked(String marks) {
        return new TableLayout(null, marks, List.of());
    }

    /** Figures have these behind them. */
    public static TableLayout flagged(List<String> flags) {
        return new TableLayout(null, null, flags);
    }
}
