package io.sectorwatch.ingest.format.jsonstat;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table as it is read: its parts come in any order, so that it has rows only when all of it is known. */
final class TableReading implements Closeable {
    private static final int MOST_DIMENSIONS = 1_000;

    private final String source;
    private final JsonInput json;
    private final Rows rows;
    private final CellTexts values = new CellTexts("the values");
    private final CellTexts statuses = new CellTexts("the statuses");
    private final Budget budget = new Budget("the codes of the table's dimensions");
    private final List<String> ids = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();
    private final Map<String, Dimension> dimensions = new HashMap<>();
    private final Set<String> times = new HashSet<>();
    private @Nullable String id;
    private @Nullable String label;
    private @Nullable Instant updated;
    private boolean hasValues;
    private boolean areIdsOfTheDimensions;

    /** An object of which nothing is read yet; a table without a name of its own is called so. */
    TableReading(String source, JsonInput json, Rows rows, @Nullable String name) {
        this.source = source;
        this.json = json;
        this.rows = rows;
        this.id = name;
    }

    /** Whether it has what makes a table: cells, and dimensions that say what they mean. */
    boolean isTable() {
        return hasValues && !dimensions.isEmpty() && !ids.isEmpty();
    }

    /** Whether it is of version 1, which has no classes. */
    boolean isOld() {
        return areIdsOfTheDimensions;
    }

    /** Gives its rows, numbered on from those that were given before. */
    void give(long[] count) throws IOException {
        DataCube table = DataCube.of(ids, sizes, dimensions, times);
        requireFit(values, "values", table);
        give(table, count);
    }

    @Override
    public void close() throws IOException {
        try (values) {
            statuses.close();
        }
    }

    /** Takes the field of the table at whose value the input stands; what is none is passed over. */
    void field(String field) throws IOException {
        switch (field) {
            case "label" -> label = json.scalar();
            case "updated" -> updated(json.scalar());
            case "id" -> strings(ids);
            case "size" -> strings(sizes);
            case "value" -> {
                values.read(json);
                hasValues = true;
            }
            case "status" -> statuses.read(json);
            case "role" -> roles();
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

    private void roles() throws IOException {
        json.object("'role'", role -> {
            if (role.equals("time")) {
                json.array("'time'", place -> {
                    String time = String.valueOf(json.scalar());
                    budget.spend(time);
                    times.add(time);
                });
            }
        });
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

    // In version 1 their order, sizes and roles stand among them.
    private void dimension(String name) throws IOException {
        boolean isList = json.token() == JsonToken.START_ARRAY;
        if (isList && name.equals("id")) {
            areIdsOfTheDimensions = true;
            strings(ids);
            return;
        }
        if (isList && name.equals("size")) {
            strings(sizes);
            return;
        }
        if (areIdsOfTheDimensions && name.equals("role") && !ids.contains(name)) {
            roles();
            return;
        }
        budget.spend(name);
        if (dimensions.put(name, Dimension.read(json, budget)) != null) {
            throw json.unreadable("dimension '" + Excerpt.of(name) + "' is described twice");
        }
    }

    private static void requireFit(CellTexts texts, String what, DataCube table) throws UnreadableException {
        Optional<Long> listed = texts.listed();
        if (listed.isPresent() && listed.get() != table.size()) {
            throw new UnreadableException("the table has " + table.size() + " cells, but " + listed.get() + " " + what);
        }
    }

    private void give(DataCube table, long[] count) throws IOException {
        GrowingRow row = new GrowingRow(source, rows, () -> count[0]);
        row.begin(id == null ? label : id, updated, DataSet.Action.INFORMATION);
        for (String component : table.components()) {
            row.place(component);
        }
        int value = row.place(DataSet.OBS_VALUE);
        int flag = row.place(JsonStat.FLAG);
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
