package io.sectorwatch.ingest.format.plaintable;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.table.ComponentSources;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table with a header as it is: every column a component, and no period or figure known. It is never recognised, since
 * every table is one.
 */
public final class PlainTable implements RowFormat {
    @Override
    public String name() {
        return "table";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.TABLE;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        return Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Table table = Table.open(name, in, options.encoding());
        ComponentSources components = new ComponentSources();
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
