package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rows;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a table with a header as it is: every column a component, and no period or figure known. */
public final class TableReader implements FormatReader {
    private final ReadOptions options;

    public TableReader(ReadOptions options) {
        this.options = options;
    }

    @Override
    public void read(String name, InputStream in, Rows rows) throws IOException {
        Table table = Table.open(name, in, options.encoding());
        Components components = new Components();
        for (int i = 0; i < table.header().size(); i++) {
            components.add(table.header().names().get(i), i);
        }
        rows.begin(new DataSet(null, components.names(), null, DataSet.Action.INFORMATION));
        Records records = table.records();
        TableRow row = new TableRow(records, components.sources());
        while (records.next()) {
            @Nullable String fault = records.fault();
            fault = fault == null ? records.misfit(table.header().size()) : fault;
            if (fault == null) {
                rows.row(row);
            } else {
                rows.rejected(records.rejection(fault));
            }
        }
    }
}
