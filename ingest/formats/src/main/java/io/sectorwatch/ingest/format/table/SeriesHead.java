package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands above series that have a column each: lines with a label in the first column and what it is of each series in
 * the others.
 *
 * @param labels in the order of the lines
 * @param texts of each line, by column; the first is the label
 * @param columns of the table, the first among them
 */
public record SeriesHead(List<String> labels, List<List<@Nullable String>> texts, int columns) {
    private static final int MOST_LINES = 30;
    /** Thousands of series with all that is said of them. */
    private static final int MOST_CHARACTERS = 1 << 22;

    private static final int FEWEST_LINES = 2;
    private static final Pattern PERIOD = Pattern.compile("(?:1[5-9]|20|21)\\d{2}(?:\\d{2}(?:\\d{2})?|[^\\d].{0,12})?");
    /** Without such a name a table has a title above its header, and no series. */
    private static final Set<String> NAMES =
            Set.of("cdid", "series code", "series id", "series_id", "series key", "name of time-series");

    /**
     * Goes to the first line with a period.
     *
     * @throws UnreadableException if no such lines stand above it
     */
    public static SeriesHead of(Records records) throws IOException {
        List<String> labels = new ArrayList<>();
        List<List<@Nullable String>> texts = new ArrayList<>();
        int columns = 0;
        long characters = 0;
        for (int i = 0; i < MOST_LINES && characters <= MOST_CHARACTERS; i++) {
            @Nullable CopiedRecord record = records.ahead(0);
            if (record == null) {
                break;
            }
            @Nullable String label = record.get(0);
            if (record.fault() != null) {
                throw new UnreadableException("line " + record.line() + ": " + record.fault());
            }
            if (label != null && PERIOD.matcher(label).matches()) {
                if (!areNames(labels)) {
                    break;
                }
                return new SeriesHead(labels, texts, columns);
            }
            records.next();
            if (label != null) {
                labels.add(label);
                texts.add(record.cells());
                columns = Math.max(columns, TableHeader.of(record.cells()).size());
                for (@Nullable String cell : record.cells()) {
                    characters += cell == null ? 1 : cell.length() + 1;
                }
            }
        }
        throw new UnreadableException(
                "above the first period there are no lines that say what each series is, such as CDID or Series code");
    }

    /** Whether records begin so. */
    static boolean begins(Records records) throws IOException {
        try {
            return of(records).columns() > 1;
        } catch (UnreadableException e) {
            return false;
        }
    }

    /** Whether a line so called has the names of series. */
    public static boolean isName(String label) {
        return NAMES.contains(label.toLowerCase(Locale.ROOT));
    }

    private static boolean areNames(List<String> labels) {
        return labels.size() >= FEWEST_LINES && labels.stream().anyMatch(SeriesHead::isName);
    }
}
