package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** A table whose lines hold a period and one or more figures. */
public final class ObservationTable {
    /** Component that says which column a figure stands in. */
    public static final String MEASURE = "MEASURE";

    /**
     * Reads all records after the header.
     *
     * @param measured whether the name of the figure's column is a component, as it must be where there are several
     * @param marks what is said of those in figures
     * @throws UnreadableException if the header lacks a named column
     */
    public static void read(
            Records records,
            TableHeader header,
            ObservationColumns columns,
            boolean measured,
            FigureMarks marks,
            Rows rows)
            throws IOException {
        int period = header.require(columns.period());
        int[] values = new int[columns.values().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = header.require(columns.values().get(i));
        }
        Set<String> named = new HashSet<>(columns.values());
        ComponentSources components = new ComponentSources();
        for (int i = 0; i < header.size(); i++) {
            if (i == period) {
                components.add(DataSet.TIME_PERIOD, i);
            } else if (!named.contains(header.names().get(i))) {
                components.add(header.names().get(i), i);
            }
        }
        if (measured) {
            components.add(MEASURE, TableRow.HEADING);
        }
        components.add(DataSet.OBS_VALUE, TableRow.FIGURE);
        if (marks.flagged()) {
            components.add(FigureRows.FLAG, TableRow.FLAG);
        }
        rows.begin(new DataSet(null, components.names(), null, DataSet.Action.INFORMATION));

        try (FigureRows figures = new FigureRows(
                records,
                components.sources(),
                values,
                columns.values().toArray(new String[0]),
                FigureRows.Alike.EACH,
                marks,
                rows)) {
            figures.giveAll(header.size());
        }
    }

    private ObservationTable() {}
}
