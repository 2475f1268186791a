package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads SDMX-CSV 1.0, 2.0 and 2.1, Eurostat's variant with LAST UPDATE too. Every structure and every action begins a data
 * set; of several measures each is a row with the component MEASURE. A deletion has no figure, and where it leaves the
 * period out, no period: it is about all of them.
 */
public final class SdmxCsvReader implements FormatReader {
    private final ReadOptions options;

    public SdmxCsvReader(ReadOptions options) {
        this.options = options;
    }

    @Override
    public void read(String name, InputStream in, Rows rows) throws IOException {
        Text text = Text.open(in, options.encoding());
        Table table = Table.of(new Records(name, text, Separator.behindFirstCell(text.head())));
        SdmxHeader header = SdmxHeader.of(table.header(), options.columns());
        new Run(table.records(), header, table.header().size(), rows).read();
    }

    private static final class Run {
        private final Records records;
        private final SdmxHeader header;
        private final int width;
        private final Rows rows;
        private final SdmxCsvRow row;
        private final DecimalMark mark;
        private final int[] values;
        private @Nullable DataSet dataSet;
        private @Nullable String structure;
        private @Nullable String action;
        private @Nullable String updated;

        Run(Records records, SdmxHeader header, int width, Rows rows) {
            this.records = records;
            this.header = header;
            this.width = width;
            this.rows = rows;
            this.row = new SdmxCsvRow(records, header);
            this.mark = new DecimalMark(records.separator());
            this.values = header.values().stream().mapToInt(Integer::intValue).toArray();
        }

        void read() throws IOException {
            while (records.next()) {
                @Nullable String fault = records.fault();
                fault = fault == null ? records.misfit(width) : fault;
                if (fault != null) {
                    rows.rejected(records.rejection(fault));
                    continue;
                }
                fault = begin();
                if (fault == null) {
                    fault = isDeletion() ? delete() : tell();
                }
                if (fault != null) {
                    rows.rejected(records.rejection(fault));
                }
            }
            if (dataSet == null) {
                rows.begin(new DataSet(null, row.components(), null, DataSet.Action.INFORMATION));
            }
        }

        /** Begins a data set if the current record is of another than before; answers why it is of none, or null. */
        private @Nullable String begin() {
            @Nullable String newStructure = records.get(header.structure());
            @Nullable String newAction = header.action() < 0 ? null : records.get(header.action());
            @Nullable String newUpdated = header.updated() < 0 ? null : records.get(header.updated());
            if (dataSet != null
                    && Objects.equals(newStructure, structure)
                    && Objects.equals(newAction, action)
                    && Objects.equals(newUpdated, updated)) {
                return null;
            }
            DataSet begun;
            try {
                begun = SdmxRelease.of(newStructure, newAction, newUpdated, row.components());
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
            if (!begun.equals(dataSet)) {
                rows.begin(begun);
            }
            dataSet = begun;
            structure = newStructure;
            action = newAction;
            updated = newUpdated;
            return null;
        }

        private boolean isDeletion() {
            return dataSet != null && dataSet.action() == DataSet.Action.DELETE;
        }

        private @Nullable String tell() {
            boolean all = !states(values);
            if (all && records.get(header.period()) == null) {
                return "the row holds attributes alone, and no observation";
            }
            if (values.length == 0) {
                return "the row has no figure: there is no column OBS_VALUE";
            }
            // Of several structures in a file, each row fills the measures of its own.
            @Nullable String fault = null;
            for (int value : values) {
                @Nullable String cell = records.get(value);
                @Nullable
                String figure = cell == null || MissingFigures.isMissingInSdmx(cell) ? null : mark.point(cell);
                if (figure != null && mark.fault() != null) {
                    fault = mark.fault();
                } else if (cell != null || all) {
                    rows.row(row.with(measure(value), figure));
                }
            }
            return fault;
        }

        private @Nullable String delete() {
            boolean all = !states(values);
            if (all && statesAttributes()) {
                return "the row takes back attributes alone, and no observation";
            }
            if (values.length == 0) {
                rows.row(row.with(null, null));
            }
            for (int value : values) {
                if (all || records.get(value) != null) {
                    rows.row(row.with(measure(value), null));
                }
            }
            return null;
        }

        private @Nullable String measure(int value) {
            return values.length > 1 ? header.columns().get(value).id() : null;
        }

        private boolean states(int[] places) {
            for (int place : places) {
                if (records.get(place) != null) {
                    return true;
                }
            }
            return false;
        }

        /** Only their order tells attributes from dimensions: they stand behind the figures, or hold a mere dash. */
        private boolean statesAttributes() {
            int behind = values.length == 0 ? width : values[values.length - 1] + 1;
            for (int i = 0; i < width; i++) {
                @Nullable String cell = records.get(i);
                if (cell != null && !header.isAdministrative(i) && (i >= behind || cell.equals("-"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
