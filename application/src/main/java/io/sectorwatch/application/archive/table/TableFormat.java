package io.sectorwatch.application.archive.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What tables are written as. */
public enum TableFormat {
    /** Comma-separated UTF-8 with a line of names, as RFC 4180 has it. */
    CSV {
        @Override
        <T> TableFile<T> open(Path folder, String name, List<TableColumn<T>> columns) throws IOException {
            return new CsvFile<>(folder.resolve(name + ".csv"), columns);
        }
    },
    /** Apache Parquet, packed with Snappy. */
    PARQUET {
        @Override
        <T> TableFile<T> open(Path folder, String name, List<TableColumn<T>> columns) throws IOException {
            return new ParquetFile<>(folder.resolve(name + ".parquet"), name, columns);
        }
    };

    abstract <T> TableFile<T> open(Path folder, String name, List<TableColumn<T>> columns) throws IOException;
}
