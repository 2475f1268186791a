package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.plaintable.PlainTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a table, from its first bytes. */
final class FirstColumns implements Rows {
    private @Nullable DataSet begun;

    static Optional<DataSet> of(byte[] head, ReadOptions options) {
        FirstColumns columns = new FirstColumns();
        try {
            new PlainTable().read("", new ByteArrayInputStream(head), options, columns);
        } catch (IOException e) {
            // The first bytes of a file may end in the middle of a cell, or be no table; then nothing was begun.
            return Optional.ofNullable(columns.begun);
        }
        return Optional.ofNullable(columns.begun);
    }

    @Override
    public void begin(DataSet dataSet) {
        begun = dataSet;
    }

    @Override
    public void row(Row row) {}

    @Override
    public void rejected(Rejection rejection) {}
}
