package io.sectorwatch.ingest.format.oecdportal;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.table.ObservationTable;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableHeader;
import io.sectorwatch.ingest.format.table.TableStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads exports of the OECD's data portal as it was until 2024: LOCATION, INDICATOR, …, TIME, Value, Flag Codes. */
public final class OecdPortal implements RowFormat {
    private static final List<String> USUAL = List.of("LOCATION", "TIME", "Value", "Flag Codes");
    private static final ObservationColumns COLUMNS = new ObservationColumns("TIME", List.of("Value"));

    @Override
    public String name() {
        return "oecd-csv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.TABLE;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        return TableStart.of(beginning).header().filter(OecdPortal::fits).isPresent() ? Likeness.LIKELY : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Table table = Table.open(name, in, options.encoding());
        ObservationTable.read(table.records(), table.header(), COLUMNS, false, options.marks(), rows);
    }

    private static boolean fits(TableHeader header) {
        return header.names().containsAll(USUAL);
    }
}
