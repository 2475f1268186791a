package io.sectorwatch.ingest.format.fredcsv;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.alfred.SeriesRow;
import io.sectorwatch.ingest.format.fredcsv.FredHeader.Figure;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what FRED gives as CSV, {@code observation_date,GDP}, and ALFRED with a column for each vintage, {@code GDP_20240125},
 * or with the days between which a figure was known. A vintage that repeats a figure, or has none, says nothing.
 */
public final class FredCsv implements RowFormat {
    @Override
    public String name() {
        return "fred-csv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.TABLE;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        return TableStart.of(beginning).header().filter(FredHeader::isOne).isPresent()
                ? Likeness.LIKELY
                : Likeness.NONE;
    }

    @Override
    public boolean readsNamedColumns() {
        return true;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Table table = Table.open(name, in, options.encoding());
        FredHeader header = FredHeader.of(table.header(), options.columns());
        Records records = table.records();
        SeriesRow row =
                new SeriesRow(rows, header.onlySeries(), true, header.isOfVintages(), records::line, records::text);
        while (records.next()) {
            @Nullable String fault = records.fault();
            fault = fault == null ? records.misfit(table.header().size()) : fault;
            if (fault == null) {
                give(records, header, row);
            } else {
                rows.rejected(records.rejection(fault));
            }
        }
    }

    private static void give(Records records, FredHeader header, SeriesRow row) {
        @Nullable String period = records.get(header.period());
        @Nullable String since = header.known() < 0 ? null : records.get(header.known());
        @Nullable String before = null;
        String series = "";
        for (Figure figure : header.figures()) {
            @Nullable String text = records.get(figure.place());
            @Nullable String vintage = figure.column().vintage();
            if (!figure.column().series().equals(series)) {
                series = figure.column().series();
                before = null;
            }
            if (vintage == null) {
                row.give(period, series, text, since);
            } else if (text != null && !SeriesRow.isMissing(text) && !text.equals(before)) {
                row.give(period, series, text, vintage);
                before = text;
            }
        }
    }
}
