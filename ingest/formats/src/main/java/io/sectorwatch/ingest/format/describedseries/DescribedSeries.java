package io.sectorwatch.ingest.format.describedseries;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.table.ObservationTable;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.SeriesHead;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableHeader;
import io.sectorwatch.ingest.format.table.TableStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads series that stand in a column each, with lines above them that say what they are, as the Office for National
 * Statistics (Title, CDID, Unit, Release date) and the Bank of Japan (Series code) give them. Each of these lines is a
 * component. Periods of several frequencies may stand below each other.
 */
public final class DescribedSeries implements RowFormat {
    @Override
    public String name() {
        return "series-csv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.TABLE;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        return TableStart.of(beginning).isOfDescribedSeries() ? Likeness.LIKELY : Likeness.NONE;
    }

    @Override
    public boolean readsNamedColumns() {
        return true;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Records records = Table.records(name, in, options.encoding());
        SeriesHead head = SeriesHead.of(records);
        List<String> series =
                IntStream.range(1, head.columns()).mapToObj(Integer::toString).toList();
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(series);
        ObservationColumns columns = new ObservationColumns("", series);
        ObservationTable.read(
                records, new TableHeader(names), columns, true, options.marks(), new DescribedRows(head, rows));
    }
}
