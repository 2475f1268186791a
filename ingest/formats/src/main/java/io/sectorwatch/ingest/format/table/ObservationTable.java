package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table whose lines hold a period and one or more figures. */
public final class ObservationTable {
    /** Component that says which column a figure stands in. */
    public static final String MEASURE = "MEASURE";

    /**
     * Reads all records after the header.
     *
     * @param measured whether the name of the figure's column is a component, as it must be where there are several
     * @throws UnreadableException if the header lacks a named column
     */
    public static void read(
            Records records, TableHeader header, ObservationColumns columns, boolean measured, Rows rows)
            throws IOException {
        int period = place(header, columns.period());
        int[] values = new int[columns.values().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = place(header, columns.values().get(i));
        }
        Set<String> figures = new HashSet<>(columns.values());
        ComponentSources components = new ComponentSources();
        for (int i = 0; i < header.size(); i++) {
            if (i == period) {
                components.add(DataSet.TIME_PERIOD, i);
            } else if (!figures.contains(header.names().get(i))) {
                components.add(header.names().get(i), i);
            }
        }
        if (measured) {
            components.add(MEASURE, TableRow.HEADING);
        }
        components.add(DataSet.OBS_VALUE, TableRow.FIGURE);
        rows.begin(new DataSet(null, components.names(), null, DataSet.Action.INFORMATION));

        TableRow row = new TableRow(records, components.sources());
        DecimalMark mark = new DecimalMark(records.separator());
        while (records.next()) {
            @Nullable String fault = records.fault();
            fault = fault == null ? records.misfit(header.size()) : fault;
            if (fault != null) {
                rows.rejected(records.rejection(fault));
                continue;
            }
            for (int i = 0; i < values.length; i++) {
                @Nullable String figure = records.get(values[i]);
                @Nullable
                String pointed = figure == null || MissingFigures.isMissing(figure) ? null : mark.point(figure);
                @Nullable String mixed = pointed == null ? null : mark.fault();
                if (mixed == null) {
                    rows.row(row.with(columns.values().get(i), pointed, null));
                } else {
                    rows.rejected(records.rejection(mixed));
                }
            }
        }
    }

    private static int place(TableHeader header, String name) throws UnreadableException {
        int place = header.place(name);
        if (place < 0) {
            throw new UnreadableException("there is no column '" + name + "'; the columns are: " + header.listed());
        }
        return place;
    }

    private ObservationTable() {}
}
