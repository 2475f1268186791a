package io.sectorwatch.ingest.format.sdmxcsv;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.table.ComponentSources;
import io.sectorwatch.ingest.format.table.ObservationTable;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.TableRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure of a record of SDMX-CSV. */
final class SdmxCsvRow implements Row {
    /** For a dimension that does not apply. */
    private static final String SWITCHED_OFF = "~";

    private static final String INTENTIONALLY_MISSING = "#N/A";

    private final Records records;
    private final SdmxCsvHeader header;
    private final List<String> components;
    private final int[] sources;
    private final SaidAside aside;
    private @Nullable String measure;
    private @Nullable String figure;

    SdmxCsvRow(Records records, SdmxCsvHeader header, SaidAside aside) {
        this.aside = aside;
        this.records = records;
        this.header = header;
        ComponentSources all = new ComponentSources();
        for (int i = 0; i < header.columns().size(); i++) {
            if (i == header.period()) {
                all.add(DataSet.TIME_PERIOD, i);
            } else if (!header.isAdministrative(i) && !header.values().contains(i)) {
                all.add(header.columns().get(i).id(), i);
            }
        }
        if (header.values().size() > 1) {
            all.add(ObservationTable.MEASURE, TableRow.HEADING);
        }
        all.add(DataSet.OBS_VALUE, TableRow.FIGURE);
        this.components = all.names();
        this.sources = all.sources();
    }

    List<String> components() {
        return components;
    }

    SdmxCsvRow with(@Nullable String newMeasure, @Nullable String newFigure) {
        measure = newMeasure;
        figure = newFigure;
        return this;
    }

    @Override
    public long line() {
        return records.line();
    }

    @Override
    public @Nullable String get(int component) {
        int source = sources[component];
        if (source < 0) {
            return source == TableRow.HEADING ? measure : figure;
        }
        String cell = records.get(source);
        if (cell == null && !aside.isEmpty()) {
            cell = aside.of(source);
        }
        if (cell == null || isNothing(cell)) {
            return null;
        }
        SdmxCsvColumn column = header.columns().get(source);
        if (column.isPlain()) {
            return cell;
        }
        String text = column.text(cell, header.subFields()).strip();
        return text.isEmpty() ? null : text;
    }

    /** Whether a cell says that it says nothing. */
    static boolean isNothing(String cell) {
        return cell.equals(SWITCHED_OFF) || cell.equals(INTENTIONALLY_MISSING);
    }

    @Override
    public String text() {
        return records.text();
    }
}
