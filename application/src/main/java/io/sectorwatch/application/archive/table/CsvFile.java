package io.sectorwatch.application.archive.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A table as comma-separated text. */
final class CsvFile<T> implements TableFile<T> {
    private final CsvWriter file;
    private final List<TableColumn<T>> columns;
    private final String[] cells;

    CsvFile(Path path, List<TableColumn<T>> columns) throws IOException {
        // The nearest double of a decimal says less than its text, which stands beside it.
        this.columns = columns.stream()
                .filter(column -> column.type() != TableColumn.Type.NUMBER)
                .toList();
        this.cells = new String[this.columns.size()];
        this.file = CsvWriter.builder().build(path);
        file.writeRecord(this.columns.stream().map(TableColumn::name).toList());
    }

    @Override
    public void write(T row) {
        for (int i = 0; i < cells.length; i++) {
            Object cell = columns.get(i).cell().apply(row);
            cells[i] = cell == null ? "" : cell.toString();
        }
        file.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
