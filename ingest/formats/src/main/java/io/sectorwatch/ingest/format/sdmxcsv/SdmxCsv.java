package io.sectorwatch.ingest.format.sdmxcsv;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.table.DecodedText;
import io.sectorwatch.ingest.format.table.MissingFigures;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads SDMX-CSV 1.0, 2.0 and 2.1, Eurostat's variant with LAST UPDATE too. Every structure and every action begins a data
 * set; of several measures each is a row with the component MEASURE. A deletion has no figure, and where it leaves the
 * period out, no period: it is about all of them. A row without period and figure is no observation; its attributes hold for
 * the rows behind it with the same dimensions.
 */
public final class SdmxCsv implements RowFormat {
    private static final List<MediaType> MEDIA_TYPES = List.of(
            new MediaType("application/vnd.sdmx.data+csv;version=2.0.0", 7),
            new MediaType("application/vnd.sdmx.data+csv;version=1.0.0", 7));

    /** The fixed first heading, with what may stand in its brackets, and the end of its cell. */
    private static final Pattern FIRST_HEADING =
            Pattern.compile("\"?(?:DATAFLOW|STRUCTURE)(?:\\[[^]\\n]{0,3}])?(?:\"|[^\\p{Alnum}_ \\r\\n])");

    @Override
    public String name() {
        return "sdmx-csv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MEDIA_TYPES;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        boolean hasHeader = TableStart.of(beginning).header().isPresent();
        return hasHeader && FIRST_HEADING.matcher(beginning.text()).lookingAt() ? Likeness.CERTAIN : Likeness.NONE;
    }

    @Override
    public boolean readsNamedColumns() {
        return true;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        DecodedText text = DecodedText.open(in, options.encoding());
        Table table = Table.of(new Records(name, text, SdmxCsvSeparator.in(text.head())));
        SdmxCsvHeader header = SdmxCsvHeader.of(table.header(), options.columns());
        new Run(table.records(), header, table.header().size(), options.marks(), rows).read();
    }

    private static final class Run {
        private final Records records;
        private final SdmxCsvHeader header;
        private final int width;
        private final Rows rows;
        private final SaidAside aside;
        private final SdmxCsvRow row;
        private final DecimalMark mark;
        private final int[] values;
        private @Nullable DataSet dataSet;
        private @Nullable String structure;
        private @Nullable String action;
        private @Nullable String updated;

        Run(Records records, SdmxCsvHeader header, int width, FigureMarks marks, Rows rows) {
            this.records = records;
            this.header = header;
            this.width = width;
            this.rows = rows;
            this.aside = new SaidAside(records, header);
            this.row = new SdmxCsvRow(records, header, aside);
            this.mark = new DecimalMark(records.separator(), marks);
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
                begun = SdmxCsvDataSet.of(newStructure, newAction, newUpdated, row.components());
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

        private @Nullable String tell() throws IOException {
            boolean all = !states(values);
            String period = records.get(header.period());
            if (all && (period == null || SdmxCsvRow.isNothing(period))) {
                aside.take();
                rows.aside();
                return null;
            }
            if (values.length == 0) {
                return "the row has no figure: there is no column OBS_VALUE";
            }
            // Of several structures in a file, each row fills the measures of its own.
            @Nullable String fault = null;
            for (int value : values) {
                @Nullable String cell = records.get(value);
                @Nullable String figure = cell == null || isMissing(cell) ? null : mark.point(cell);
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

        // By the standard of SDMX-CSV. In other tables NaN is what went wrong in somebody's calculation.
        private static boolean isMissing(String cell) {
            return cell.equals("NaN") || MissingFigures.isMissing(cell);
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
