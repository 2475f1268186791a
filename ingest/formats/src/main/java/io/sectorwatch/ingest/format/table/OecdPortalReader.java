package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads exports of the OECD's data portal as it was until 2024: LOCATION, INDICATOR, …, TIME, Value, Flag Codes. */
public final class OecdPortalReader implements FormatReader {
    private static final ObservationColumns COLUMNS = new ObservationColumns("TIME", List.of("Value"));

    private final ReadOptions options;

    public OecdPortalReader(ReadOptions options) {
        this.options = options;
    }

    @Override
    public void read(String name, InputStream in, Rows rows) throws IOException {
        Table table = Table.open(name, in, options.encoding());
        ObservationTable.read(table.records(), table.header(), COLUMNS, false, rows);
    }

    static boolean fits(Header header) {
        return header.names().containsAll(List.of("LOCATION", "TIME", "Value", "Flag Codes"));
    }
}
