package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureHeadings;
import io.sectorwatch.ingest.format.FigureMarks;
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
        ComponentSources components = new ComponentSources();
        read(records, header, columns, components, measured ? MEASURE : null, FigureRows.Alike.EACH, marks, rows);
    }

    /**
     * The same where the component HEADING says what stands above a figure, whatever the table's own columns are called.
     *
     * @throws UnreadableException if the header lacks a named column
     */
    public static void readHeaded(
            Records records,
            TableHeader header,
            ObservationColumns columns,
            FigureHeadings headings,
            FigureMarks marks,
            Rows rows)
            throws IOException {
        ComponentSources components = new ComponentSources().add(FigureHeadings.HEADING, TableRow.HEADING);
        FigureRows.Alike alike = headings.areAlike() ? FigureRows.Alike.ALL : FigureRows.Alike.EACH;
        read(records, header, columns, components, null, alike, marks, rows);
    }

    private static void read(
            Records records,
            TableHeader header,
            ObservationColumns columns,
            ComponentSources components,
            @Nullable String measure,
            FigureRows.Alike alike,
            FigureMarks marks,
            Rows rows)
            throws IOException {
        int period = header.require(columns.period());
        int[] values = new int[columns.values().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = header.require(columns.values().get(i));
        }
        Set<String> named = new HashSet<>(columns.values());
        for (int i = 0; i < header.size(); i++) {
            if (i == period) {
                components.add(DataSet.TIME_PERIOD, i);
            } else if (!named.contains(header.names().get(i))) {
                components.add(header.names().get(i), i);
            }
        }
        if (measure != null) {
            components.add(measure, TableRow.HEADING);
        }
        components.add(DataSet.OBS_VALUE, TableRow.FIGURE);
        if (marks.flagged()) {
            components.add(FigureRows.FLAG, TableRow.FLAG);
        }
        rows.begin(new DataSet(null, components.names(), null, DataSet.Action.INFORMATION));

        try (FigureRows figures = new FigureRows(
                records, components.sources(), values, columns.values().toArray(new String[0]), alike, marks, rows)) {
            figures.giveAll(header.size());
        }
    }

    private ObservationTable() {}
}
