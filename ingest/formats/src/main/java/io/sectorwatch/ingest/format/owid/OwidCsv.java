package io.sectorwatch.ingest.format.owid;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.ObservationTable;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableHeader;
import io.sectorwatch.ingest.format.table.TableStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Our World in Data gives as the CSV of a chart: Entity, Code, Year or Day, and one or more measures, whose names
 * are the component MEASURE.
 */
public final class OwidCsv implements RowFormat {
    private static final List<String> KEYS = List.of("entity", "code");
    private static final List<String> PERIODS = List.of("year", "day");

    @Override
    public String name() {
        return "owid-csv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.TABLE;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        return TableStart.of(beginning).header().flatMap(OwidCsv::columns).isPresent()
                ? Likeness.LIKELY
                : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Table table = Table.open(name, in, options.encoding());
        ObservationColumns columns = columns(table.header())
                .orElseThrow(() -> new UnreadableException("a CSV of Our World in Data has the columns Entity, Code,"
                        + " Year or Day, and a measure; here they are: "
                        + table.header().listed()));
        ObservationTable.read(table.records(), table.header(), columns, true, options.marks(), rows);
    }

    /** Period and measures, if these are the columns of such a file. */
    private static Optional<ObservationColumns> columns(TableHeader header) {
        List<String> names = header.names();
        if (names.size() <= KEYS.size() + 1) {
            return Optional.empty();
        }
        for (int i = 0; i < KEYS.size(); i++) {
            if (!names.get(i).equalsIgnoreCase(KEYS.get(i))) {
                return Optional.empty();
            }
        }
        String period = names.get(KEYS.size());
        return PERIODS.stream().anyMatch(period::equalsIgnoreCase)
                ? Optional.of(new ObservationColumns(period, names.subList(KEYS.size() + 1, names.size())))
                : Optional.empty();
    }
}
