package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rows;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads tables with a header and one observation a line, separated by commas, semicolons, tabulators or bars. The columns
 * of period and figure are those named, else recognised by usual names; of several columns of figures each is the component
 * MEASURE of its rows.
 */
public final class TidyReader implements FormatReader {
    private final ReadOptions options;

    /** Recognises the columns by their names, in a file of UTF-8. */
    public TidyReader() {
        this(ReadOptions.NONE);
    }

    public TidyReader(ReadOptions options) {
        this.options = options;
    }

    @Override
    public void read(String name, InputStream in, Rows rows) throws IOException {
        Table table = Table.open(name, in, options.encoding());
        ObservationColumns columns = ColumnGuess.in(table.header(), options.columns());
        boolean measured = columns.values().size() > 1;
        ObservationTable.read(table.records(), table.header(), columns, measured, rows);
    }
}
