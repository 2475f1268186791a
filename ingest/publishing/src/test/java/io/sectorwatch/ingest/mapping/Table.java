package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.Rows;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data set written in a test: a header and lines, with bars between the cells. */
record Table(@Nullable String id, @Nullable Instant published, DataSet.Action action, String text)
        implements FormatReader {

    static final Instant PREPARED = Instant.parse("2024-03-13T11:02:22Z");

    static Table of(String text) {
        return new Table("TEST", PREPARED, DataSet.Action.INFORMATION, text);
    }

    Table published(@Nullable Instant moment) {
        return new Table(id, moment, action, text);
    }

    Table called(@Nullable String name) {
        return new Table(name, published, action, text);
    }

    Table doing(DataSet.Action other) {
        return new Table(id, published, other, text);
    }

    @Override
    public void read(String name, InputStream in, Rows rows) {
        List<String> lines = text.lines().toList();
        rows.begin(new DataSet(id, cells(lines.get(0)), published, action));
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("!")) {
                rows.rejected(new Rejection(name, i + 1L, line.substring(1), line));
            } else {
                rows.row(new Line(i + 1L, cells(line), line));
            }
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\\s*\\|\\s*", -1));
    }

    private record Line(long line, List<String> cells, String text) implements Row {
        @Override
        public @Nullable String get(int component) {
            String cell = cells.get(component);
            return cell.isEmpty() ? null : cell;
        }
    }
}
