package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of a table's columns, all different: one that comes again gets a number, one without a name its place.
 *
 * @param names without unnamed columns at the end, which some publishers' lines have
 */
record Header(List<String> names) {
    /** What to do where the names do not say it. */
    static final String NAMING =
            ". A mapping can name those with period and figure, as period: {from: COLUMN} and value: {from: COLUMN}";

    Header {
        names = List.copyOf(names);
    }

    /** The header that is the current record. */
    static Header of(Records records) throws UnreadableException {
        @Nullable String fault = records.fault();
        if (fault != null) {
            throw new UnreadableException("line " + records.line() + ": " + fault);
        }
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < records.count(); i++) {
            cells.add(records.get(i));
        }
        return of(cells);
    }

    static Header of(List<@Nullable String> cells) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1) == null) {
            count--;
        }
        UniqueNames names = new UniqueNames();
        for (int i = 0; i < count; i++) {
            @Nullable String cell = cells.get(i);
            names.add(cell == null ? "column " + (i + 1) : cell);
        }
        return new Header(names.list());
    }

    int size() {
        return names.size();
    }

    /** Place of a column; -1 where there is none of that name. */
    int place(String name) {
        return names.indexOf(name);
    }

    /** Its names for a person, or the first of many. */
    String listed() {
        return Listed.of(names);
    }
}
