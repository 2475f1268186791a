package io.sectorwatch.application.archive.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** A table as Parquet: times are instants in UTC to the millisecond, days are dates. */
final class ParquetFile<T> implements TableFile<T> {
    private final ParquetWriter<T> file;

    ParquetFile(Path path, String name, List<TableColumn<T>> columns) throws IOException {
        List<Type> fields = columns.stream().map(ParquetFile::field).toList();
        this.file = ParquetWriter.writeFile(
                new MessageType(name, fields), path.toFile(), (row, cells) -> write(row, columns, cells));
    }

    @Override
    public void write(T row) throws IOException {
        file.write(row);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static <T> void write(T row, List<TableColumn<T>> columns, ValueWriter cells) {
        for (TableColumn<T> column : columns) {
            Object cell = column.cell().apply(row);
            if (cell instanceof Instant time) {
                cells.write(column.name(), time.toEpochMilli());
            } else if (cell instanceof LocalDate day) {
                cells.write(column.name(), Math.toIntExact(day.toEpochDay()));
            } else if (cell != null) {
                cells.write(column.name(), cell);
            }
        }
    }

    private static Type field(TableColumn<?> column) {
        return switch (column.type()) {
            case TEXT -> Types.optional(BINARY).as(stringType()).named(column.name());
            case NUMBER -> Types.optional(DOUBLE).named(column.name());
            case TIME ->
                Types.optional(INT64).as(timestampType(true, TimeUnit.MILLIS)).named(column.name());
            case DAY -> Types.optional(INT32).as(dateType()).named(column.name());
        };
    }
}
