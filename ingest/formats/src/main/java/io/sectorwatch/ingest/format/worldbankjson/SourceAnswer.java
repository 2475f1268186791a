package io.sectorwatch.ingest.format.worldbankjson;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.worldbank.PageHeader;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the World Bank about its sources: each observation has a figure and variables, which are the components of
 * its row, {@code Country} for the code and {@code Country.value} for the name.
 */
final class SourceAnswer {
    private static final String TIME = "Time";
    private static final Pattern YEAR = Pattern.compile("YR\\d{4}.*");
    private static final int MOST_VARIABLES = 100;

    private final String source;
    private final JsonInput json;
    private final Rows rows;
    private final GrowingRow row;
    private final Map<String, @Nullable String> header = new LinkedHashMap<>();
    private @Nullable Instant published;
    private boolean begun;
    private boolean hasRows;
    private long count;

    SourceAnswer(String source, JsonInput json, Rows rows) {
        this.source = source;
        this.json = json;
        this.rows = rows;
        this.row = new GrowingRow(source, rows, () -> count);
    }

    /** Reads the object at which the input stands. */
    void read() throws IOException {
        json.object("the World Bank's answer", field -> {
            if (!field.equals("source")) {
                header(field, json.scalar());
            } else if (json.token() == JsonToken.START_ARRAY) {
                json.array("'source'", place -> source());
            } else {
                source();
            }
        });
        json.requireEnd();
        if (!hasRows) {
            throw json.unreadable(
                    "this answer of the World Bank has no 'data' in its 'source': it holds no observations");
        }
        row.finish();
        page().lacks(count).ifPresent(lack -> rows.rejected(new Rejection(source, count, lack, header.toString())));
    }

    private PageHeader page() {
        return new PageHeader(header.get("page"), header.get("pages"), header.get("total"), header.get("lastupdated"));
    }

    private void header(String field, @Nullable String text) throws UnreadableException {
        if (header.size() < MOST_VARIABLES) {
            header.put(field, text);
        }
        if (field.equals("pages") && page().isPart().isPresent()) {
            throw json.unreadable(page().isPart().get());
        }
        if (field.equals("lastupdated")) {
            published = page().published(
                            fault -> rows.rejected(new Rejection(source, json.line(), fault, Excerpt.of(text))));
        }
    }

    private void source() throws IOException {
        String[] id = new String[1];
        json.object("a source", field -> {
            if (field.equals("id")) {
                id[0] = json.scalar();
            } else if (field.equals("data")) {
                hasRows = true;
                begin(id[0]);
                json.array("'data'", place -> observation());
            }
        });
    }

    private void begin(@Nullable String id) throws UnreadableException {
        if (begun) {
            row.finish();
        }
        begun = true;
        row.begin(id == null ? null : "source " + id, published, DataSet.Action.INFORMATION);
        row.place(DataSet.TIME_PERIOD);
        row.place(DataSet.OBS_VALUE);
    }

    private void observation() throws IOException {
        count++;
        row.enter(GrowingRow.OBSERVATION);
        json.object("an observation", field -> {
            if (field.equals("variable")) {
                json.array("'variable'", place -> {
                    if (place < MOST_VARIABLES) {
                        variable();
                    }
                });
            } else if (field.equals("value")) {
                String figure = json.scalar();
                row.set(GrowingRow.OBSERVATION, row.place(DataSet.OBS_VALUE), "NaN".equals(figure) ? null : figure);
            }
        });
        if (row.at(GrowingRow.OBSERVATION, row.place(DataSet.TIME_PERIOD)) == null) {
            row.reject(GrowingRow.OBSERVATION, "the observation has no variable " + TIME);
        }
        row.emit();
    }

    private void variable() throws IOException {
        @Nullable String[] conceptIdAndValue = {null, null, null};
        json.object("a variable", field -> {
            switch (field) {
                case "concept" -> conceptIdAndValue[0] = json.scalar();
                case "id" -> conceptIdAndValue[1] = json.scalar();
                case "value" -> conceptIdAndValue[2] = json.scalar();
                default -> {}
            }
        });
        String concept = conceptIdAndValue[0];
        if (concept == null) {
            return;
        }
        String id = conceptIdAndValue[1];
        if (concept.equals(TIME)) {
            String period = id != null && YEAR.matcher(id).matches() ? id.substring(2) : id;
            row.set(GrowingRow.OBSERVATION, row.place(DataSet.TIME_PERIOD), period);
        } else {
            row.set(GrowingRow.OBSERVATION, row.place(concept), id);
            row.set(GrowingRow.OBSERVATION, row.place(concept + ".value"), conceptIdAndValue[2]);
        }
    }
}
