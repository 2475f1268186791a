package io.sectorwatch.ingest.format.tidy;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.FigureHeadings;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.table.ObservationTable;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableSearch;
import io.sectorwatch.ingest.format.table.TableSearch.Found;
import io.sectorwatch.ingest.format.table.TableStart;
import io.sectorwatch.ingest.format.table.WideTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables with a header and one observation a line, or one for each period in a column of its own, separated by commas,
 * semicolons, tabulators or bars. The columns of period and figure are those named, else recognised by usual names; of several
 * columns of figures each is the component MEASURE of its rows, or HEADING where a mapping says that headings name what is
 * measured or where. Titles may precede the header.
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
        return TableStart.of(beginning).isTable() ? Likeness.POSSIBLE : Likeness.NONE;
    }

    @Override
    public boolean readsNamedColumns() {
        return true;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Records records = Table.records(name, in, options.encoding());
        @Nullable FigureHeadings figures = options.figures();
        // Columns that somebody names are no headings of periods.
        PeriodHeadings headings =
                options.columns() == null && figures == null ? options.headings() : PeriodHeadings.UNKNOWN;
        Found found = TableSearch.in(
                records,
                headings,
                header -> figures == null
                        ? ColumnGuess.in(header, options.columns())
                        : ColumnGuess.under(figures, header, options.columns()));
        if (found.wide() != null) {
            WideTable.read(records, found.wide(), headings, options.marks(), rows);
        } else if (found.columns() != null && figures != null) {
            ObservationTable.readHeaded(records, found.header(), found.columns(), figures, options.marks(), rows);
        } else if (found.columns() != null) {
            boolean measured = found.columns().values().size() > 1;
            ObservationTable.read(records, found.header(), found.columns(), measured, options.marks(), rows);
        }
    }
}
