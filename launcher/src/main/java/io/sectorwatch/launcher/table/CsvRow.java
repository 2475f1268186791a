package io.sectorwatch.launcher.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of a table for spreadsheets. */
final class CsvRow {

    /** Its cells, quoted where they must be; nothing stands for null. */
    static String of(@Nullable Object... cells) {
        return Arrays.stream(cells).map(CsvRow::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean plain = List.of(",", "\"", "\n", "\r").stream().noneMatch(text::contains);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private CsvRow() {}
}
