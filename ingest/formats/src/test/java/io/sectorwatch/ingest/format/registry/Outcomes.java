package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What became of each observation of a file, in order. */
final class Outcomes implements Rows {
    /**
     * A row or a rejection.
     *
     * @param figures the figures of a sample among its components
     */
    record Outcome(boolean isRejected, long line, List<String> figures, String text) {}

    final List<Outcome> all = new ArrayList<>();
    private List<String> components = List.of();

    static Outcomes of(RowFormat format, InputStream in) throws IOException {
        Outcomes outcomes = new Outcomes();
        format.read("sample", in, ReadOptions.NONE, outcomes);
        return outcomes;
    }

    /** Components of the data set begun last. */
    List<String> components() {
        return components;
    }

    @Override
    public void begin(DataSet dataSet) {
        components = dataSet.components();
    }

    @Override
    public void row(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            values.add(Objects.requireNonNullElse(row.get(i), ""));
        }
        List<String> figures = values.stream().filter(Sample::isFigure).toList();
        all.add(new Outcome(false, row.line(), figures, components + " " + values));
    }

    @Override
    public void rejected(Rejection rejection) {
        all.add(new Outcome(true, rejection.line(), List.of(), rejection.reason()));
    }
}
