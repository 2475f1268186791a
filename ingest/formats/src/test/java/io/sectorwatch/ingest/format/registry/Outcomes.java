package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What became of a file.
 *
 * @param all what became of each observation, in order
 * @param components of the data set begun last
 * @param complaint why the rest could not be read; empty where there was none
 */
record Outcomes(List<Outcome> all, Set<String> components, String complaint) {
    /**
     * A row or a rejection.
     *
     * @param figures the figures of a sample among its components
     */
    record Outcome(boolean isRejected, long line, List<String> figures, String text) {}

    static Outcomes of(RowFormat format, InputStream in) throws IOException {
        Taker taker = new Taker();
        String complaint = "";
        try {
            format.read("sample", in, ReadOptions.NONE, taker);
        } catch (UnreadableException e) {
            complaint = String.valueOf(e.getMessage());
        }
        return new Outcomes(List.copyOf(taker.all), Set.copyOf(taker.components), complaint);
    }

    private static final class Taker implements Rows {
        private final List<Outcome> all = new ArrayList<>();
        private List<String> components = List.of();

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
}
