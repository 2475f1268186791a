package io.sectorwatch.ingest.format.describedseries;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.TableLayout;
import io.sectorwatch.ingest.format.table.ComponentSources;
import io.sectorwatch.ingest.format.table.ObservationTable;
import io.sectorwatch.ingest.format.table.SeriesHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives rows that know their column what stands above it. Not thread-safe. */
final class DescribedRows implements Rows {
    private final SeriesHead head;
    private final Rows rows;
    private final DescribedRow row = new DescribedRow();
    private int[] sources = new int[0];
    private int column;

    DescribedRows(SeriesHead head, Rows rows) {
        this.head = head;
        this.rows = rows;
    }

    @Override
    public void begin(DataSet dataSet) {
        List<String> given = dataSet.components();
        column = given.indexOf(ObservationTable.MEASURE);
        ComponentSources components = new ComponentSources();
        for (int i = 0; i < given.size(); i++) {
            if (i != column) {
                components.add(given.get(i), i);
            }
        }
        // What is beyond the components given is a line above.
        for (int i = 0; i < head.labels().size(); i++) {
            components.add(head.labels().get(i), given.size() + i);
        }
        sources = components.sources();
        row.above = given.size();
        rows.begin(new DataSet(dataSet.id(), components.names(), dataSet.published(), dataSet.action()));
    }

    @Override
    public void row(Row figure) {
        row.figure = figure;
        String place = figure.get(column);
        row.series = place == null ? 0 : Integer.parseInt(place);
        rows.row(row);
    }

    @Override
    public void rejected(Rejection rejection) {
        rows.rejected(rejection);
    }

    @Override
    public void aside() {
        rows.aside();
    }

    @Override
    public void laidOut(TableLayout layout) {
        rows.laidOut(layout);
    }

    private final class DescribedRow implements Row {
        private @Nullable Row figure;
        private int series;
        private int above;

        private Row figure() {
            if (figure == null) {
                throw new IllegalStateException("no figure was given yet");
            }
            return figure;
        }

        @Override
        public long line() {
            return figure().line();
        }

        @Override
        public @Nullable String get(int component) {
            int source = sources[component];
            if (source < above) {
                return figure().get(source);
            }
            List<@Nullable String> line = head.texts().get(source - above);
            return series < line.size() ? line.get(series) : null;
        }

        @Override
        public String text() {
            return figure().text();
        }
    }
}
