package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.Row;
import java.util.List;
import java.util.Map;

/** The rows that a mapping is about: those whose components say what it wants. */
final class RowSelection {
    private final Column<Boolean>[] columns;

    /** Rows in which each of these components fits one of its patterns. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    RowSelection(Map<String, List<Glob>> where, Places places) {
        this.columns = where.entrySet().stream()
                .map(wanted -> Column.at(
                        places.of(List.of(wanted.getKey())),
                        text -> Reading.of(Glob.anyMatches(wanted.getValue(), text)),
                        Reading.of(false)))
                .toArray(Column[]::new);
    }

    boolean has(Row row) {
        for (Column<Boolean> column : columns) {
            if (!Boolean.TRUE.equals(column.of(row).meaning())) {
                return false;
            }
        }
        return true;
    }
}
