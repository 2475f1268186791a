package io.sectorwatch.ingest.format.tidy;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.table.ObservationTable;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads tables with a header and one observation a line, separated by commas, semicolons, tabulators or bars. The columns
 * of period and figure are those named, else recognised by usual names; of several columns of figures each is the component
 * MEASURE of its rows.
 */
public final class TidyTable implements RowFormat {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.TABLE;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        return TableStart.of(beginning)
                        .header()
                        .filter(header -> header.size() >= 2)
                        .isPresent()
                ? Likeness.POSSIBLE
                : Likeness.NONE;
    }

    @Override
    public boolean readsNamedColumns() {
        return true;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Table table = Table.open(name, in, options.encoding());
        ObservationColumns columns = ColumnGuess.in(table.header(), options.columns());
        boolean measured = columns.values().size() > 1;
        ObservationTable.read(table.records(), table.header(), columns, measured, rows);
    }
}
