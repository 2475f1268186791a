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
public record TableHeader(List<String> names) {
    /** What to do where the names do not say it. */
    public static final String NAMING =
            ". A mapping can name those with period and figure, as period: {from: COLUMN} and value: {from: COLUMN}";

    public TableHeader {
        names = List.copyOf(names);
    }

    /** The header that is the current record. */
    public static TableHeader of(Records records) throws UnreadableException {
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

    static TableHeader of(List<@Nullable String> cells) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1) == null) {
            count--;
        }
        UniqueNames names = new UniqueNames();
        for (int i = 0; i < count; i++) {
            @Nullable String cell = cells.get(i);
            names.add(cell == null ? "column " + (i + 1) : cell);
        }
        return new TableHeader(names.list());
    }

    /** Number of columns. */
    public int size() {
        return names.size();
    }

    /** Place of a column; -1 where there is none of that name. */
    public int place(String name) {
        return names.indexOf(name);
    }

    /** Place of a column; throws UnreadableException, naming all there are, where there is none of that name. */
    public int require(String name) throws UnreadableException {
        int place = place(name);
        if (place < 0) {
            throw new UnreadableException("there is no column '" + name + "'; the columns are: " + listed());
        }
        return place;
    }

    /** Its names for a person, or the first of many. */
    public String listed() {
        return Listed.of(names);
    }
}
