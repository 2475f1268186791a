package io.sectorwatch.ingest.format.jsonstat;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.JsonOutline;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data set of JSON-stat 2.0. A cell with a status or an explicit null is a row, one of which a sparse table says
 * nothing is none. The status is the component {@value #FLAG}. Gives no row before the whole table has been read, since its
 * dimensions may stand at its end. A row's line is the number of the observation.
 */
public final class JsonStat implements RowFormat {
    /** The component with the status of a cell. */
    public static final String FLAG = "OBS_FLAG";

    @Override
    public String name() {
        return "json-stat";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.JSON;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        JsonOutline json = JsonOutline.of(beginning);
        boolean isTable =
                json.text("class").equals("dataset") || json.names().containsAll(List.of("dimension", "value"));
        return json.isObject() && isTable ? Likeness.LIKELY : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        try (CellTexts values = new CellTexts("the values");
                CellTexts statuses = new CellTexts("the statuses")) {
            new Reading(name, new JsonInput(in), rows, values, statuses).read();
        }
    }

    private static final class Reading {
        private static final int MOST_DIMENSIONS = 1_000;

        private final String source;
        private final JsonInput json;
        private final Rows rows;
        private final CellTexts values;
        private final CellTexts statuses;
        private final Budget budget = new Budget("the codes of the table's dimensions");
        private final List<String> ids = new ArrayList<>();
        private final List<String> sizes = new ArrayList<>();
        private final Map<String, Dimension> dimensions = new HashMap<>();
        private final Set<String> times = new HashSet<>();
        private @Nullable String id;
        private @Nullable String label;
        private @Nullable Instant updated;
        private boolean isDataSet;

        Reading(String source, JsonInput json, Rows rows, CellTexts values, CellTexts statuses) {
            this.source = source;
            this.json = json;
            this.rows = rows;
            this.values = values;
            this.statuses = statuses;
        }

        void read() throws IOException {
            json.next();
            json.object("the table", this::field);
            json.requireEnd();
            if (!isDataSet) {
                throw new UnreadableException("this is no JSON-stat 2.0: it has no \"class\": \"dataset\"");
            }
            DataCube table = DataCube.of(ids, sizes, dimensions, times);
            requireFit(values, "values", table);
            give(table);
        }

        private void field(String field) throws IOException {
            switch (field) {
                case "class" -> requireDataSet(json.scalar());
                case "dataset" -> throw json.unreadable("this is JSON-stat of a version before 2.0, which is not read");
                case "error", "warning" -> throw json.unreadable("this is an answer without data: " + answer());
                case "label" -> label = json.scalar();
                case "updated" -> updated(json.scalar());
                case "id" -> strings(ids);
                case "size" -> strings(sizes);
                case "value" -> values.read(json);
                case "status" -> statuses.read(json);
                case "role" ->
                    json.object("'role'", role -> {
                        if (role.equals("time")) {
                            json.array("'time'", place -> {
                                String time = String.valueOf(json.scalar());
                                budget.spend(time);
                                times.add(time);
                            });
                        }
                    });
                case "dimension" -> json.object("'dimension'", this::dimension);
                case "extension" ->
                    json.object("'extension'", inner -> {
                        if (inner.equals("id")) {
                            id = json.scalar();
                        }
                    });
                default -> {}
            }
        }

        private void requireDataSet(@Nullable String type) throws UnreadableException {
            if (!"dataset".equals(type)) {
                throw json.unreadable("this JSON-stat is a " + Excerpt.of(type) + ", not a data set with figures");
            }
            isDataSet = true;
        }

        private String answer() throws IOException {
            List<String> texts = new ArrayList<>();
            String itself = json.scalar();
            if (itself != null) {
                return Excerpt.ofReason(itself);
            }
            for (var token = json.next(); token != null && texts.size() < 20; token = json.next()) {
                String text = json.scalar();
                if (text != null) {
                    texts.add(Excerpt.of(text));
                }
            }
            return Excerpt.ofReason(String.join(", ", texts));
        }

        private void updated(@Nullable String text) {
            if (text == null) {
                return;
            }
            Optional<Instant> time = PublicationTime.parse(text);
            updated = time.orElse(null);
            if (time.isEmpty()) {
                rows.rejected(new Rejection(
                        source,
                        json.line(),
                        "'updated' is no time: the table does not say when it was published",
                        Excerpt.of(text)));
            }
        }

        private void strings(List<String> into) throws IOException {
            if (!into.isEmpty()) {
                throw json.unreadable("'id' or 'size' is given twice");
            }
            json.array("'id' or 'size'", place -> {
                if (place == MOST_DIMENSIONS) {
                    throw json.unreadable("the table has more than " + MOST_DIMENSIONS + " dimensions");
                }
                into.add(String.valueOf(json.scalar()));
            });
        }

        private void dimension(String name) throws IOException {
            budget.spend(name);
            if (dimensions.put(name, Dimension.read(json, budget)) != null) {
                throw json.unreadable("dimension '" + Excerpt.of(name) + "' is described twice");
            }
        }

        private static void requireFit(CellTexts texts, String what, DataCube table) throws UnreadableException {
            Optional<Long> listed = texts.listed();
            if (listed.isPresent() && listed.get() != table.size()) {
                throw new UnreadableException(
                        "the table has " + table.size() + " cells, but " + listed.get() + " " + what);
            }
        }

        private void give(DataCube table) throws IOException {
            long[] count = {0};
            GrowingRow row = new GrowingRow(source, rows, () -> count[0]);
            row.begin(id == null ? label : id, updated, DataSet.Action.INFORMATION);
            for (String component : table.components()) {
                row.place(component);
            }
            int value = row.place(DataSet.OBS_VALUE);
            int flag = row.place(FLAG);
            row.complete();
            for (CubeCells cells = cells(table); cells.next(); ) {
                count[0]++;
                row.enter(GrowingRow.OBSERVATION);
                if (cells.cell() < table.size()) {
                    List<String> codes = table.at(cells.cell());
                    for (int i = 0; i < codes.size(); i++) {
                        row.set(GrowingRow.OBSERVATION, i, codes.get(i));
                    }
                } else {
                    row.reject(
                            GrowingRow.OBSERVATION,
                            "cell " + cells.cell() + " lies outside of the table, which has " + table.size()
                                    + " (counted from 0)");
                }
                if (cells.isDouble()) {
                    row.reject(GrowingRow.OBSERVATION, "cell " + cells.cell() + " is given twice");
                }
                row.set(GrowingRow.OBSERVATION, value, cells.value());
                row.set(GrowingRow.OBSERVATION, flag, cells.status());
                row.emit();
            }
            row.finish();
        }

        private CubeCells cells(DataCube table) throws IOException {
            if (statuses.listed().equals(Optional.of(1L)) && table.size() > 1) {
                CellTexts.Cursor only = statuses.cursor();
                only.next();
                return new CubeCells(values.cursor(), null, only.text());
            }
            requireFit(statuses, "statuses", table);
            return new CubeCells(values.cursor(), statuses.cursor(), statuses.forAll());
        }
    }
}
