package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.TableLayout;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with a column of figures for each period, as long rows: one for each figure, with the record's other cells. */
public final class WideTable {
    private static final String STATUS = "OBS_STATUS";

    /** Reads all records after the header. A record with one cell and no figure is a heading or a note, and left out. */
    public static void read(Records records, WideHeader wide, PeriodHeadings headings, FigureMarks marks, Rows rows)
            throws IOException {
        List<@Nullable String> periods = wide.periods();
        ComponentSources components = new ComponentSources();
        int figures = 0;
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i) == null && !wide.flags().places().contains(i)) {
                components.add(wide.header().names().get(i), i);
            } else if (periods.get(i) != null) {
                figures++;
            }
        }
        components.add(DataSet.TIME_PERIOD, TableRow.HEADING).add(DataSet.OBS_VALUE, TableRow.FIGURE);
        int[] places = new int[figures];
        @Nullable String[] above = new String[figures];
        @Nullable String[] statuses = new String[figures];
        int[] flags = new int[figures];
        boolean haveStatuses = false;
        int next = 0;
        for (int i = 0; i < periods.size(); i++) {
            @Nullable String period = periods.get(i);
            if (period != null) {
                places[next] = i;
                statuses[next] = headings.status(wide.header().names().get(i));
                flags[next] = wide.flags().of(i);
                haveStatuses |= statuses[next] != null;
                above[next++] = period;
            }
        }
        if (haveStatuses) {
            components.add(STATUS, TableRow.STATUS);
        }
        if (marks.flagged() || !wide.flags().places().isEmpty()) {
            components.add(FigureRows.FLAG, TableRow.FLAG);
        }
        rows.begin(new DataSet(null, components.names(), null, DataSet.Action.INFORMATION));
        @Nullable String kind = headings.kind(wide.named());
        if (kind != null) {
            rows.laidOut(TableLayout.wide(kind));
        }
        for (int i = 0; i < periods.size(); i++) {
            @Nullable
            String doubt = periods.get(i) == null && !wide.flags().places().contains(i)
                    ? headings.doubt(wide.header().names().get(i))
                    : null;
            if (doubt != null) {
                rows.rejected(records.rejection("the column is left out, since its heading " + doubt));
            }
        }
        try (FigureRows given =
                new FigureRows(records, components.sources(), places, above, FigureRows.Alike.ALL, marks, rows)) {
            given.giveAll(
                    wide.header().size(),
                    new HeaderAgain(wide, headings),
                    statuses,
                    flags,
                    wide.flags().areNamed());
        }
    }

    private WideTable() {}
}
