package io.sectorwatch.ingest.format.dbnomics;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One answer, read a series at a time. */
final class DbnomicsAnswer {
    private static final String MISSING = "NA";
    private static final String SERIES = "series_code";
    private static final String SERIES_NAME = "series_name";
    private static final String FREQUENCY = "@frequency";
    private static final int MOST_ERRORS = 20;

    private final String source;
    private final JsonInput json;
    private final Rows rows;
    private final GrowingRow row;
    private final List<String> errors = new ArrayList<>();
    private @Nullable String dataSet;
    private @Nullable String found;
    private boolean begun;
    private long series;
    private long before;
    private long count;

    DbnomicsAnswer(String source, JsonInput json, Rows rows) {
        this.source = source;
        this.json = json;
        this.rows = rows;
        this.row = new GrowingRow(source, rows, () -> count);
    }

    /** Reads it to its end. */
    void read() throws IOException {
        json.next();
        json.object("the answer", field -> {
            if (field.equals("series")) {
                json.object("'series'", this::ofAllSeries);
            } else if (field.equals("errors")) {
                errors();
            }
        });
        json.requireEnd();
        if (series == 0 && !errors.isEmpty()) {
            throw new UnreadableException("this is an error message of DBnomics: " + errors.get(0));
        }
        if (begun) {
            row.finish();
        }
        for (String error : errors) {
            reject("DBnomics says: " + error, error);
        }
        if (found != null && !found.equals(Long.toString(before + series))) {
            reject(
                    "the answer counts " + Excerpt.of(found) + " series and ends with number " + (before + series)
                            + ": the rest is missing; ask for it with offset and limit",
                    found);
        }
    }

    private void ofAllSeries(String field) throws IOException {
        switch (field) {
            case "docs" -> json.array("'docs'", place -> series());
            case "num_found" -> found = json.scalar();
            case "offset" -> before = number(json.scalar());
            default -> {}
        }
    }

    private void series() throws IOException {
        series++;
        SeriesDocument document = SeriesDocument.read(json);
        if (!document.hasFigures()) {
            throw json.unreadable("series " + Excerpt.of(document.text(SERIES))
                    + " is described without its figures: ask for them with observations=1");
        }
        String named = Objects.requireNonNullElse(document.text("provider_code"), "") + "/"
                + Objects.requireNonNullElse(document.text("dataset_code"), "");
        if (!named.equals(dataSet)) {
            if (begun) {
                row.finish();
            }
            begun = true;
            dataSet = named;
            row.begin(named, null, DataSet.Action.INFORMATION);
            for (String component : List.of(SERIES, SERIES_NAME, FREQUENCY, DataSet.TIME_PERIOD, DataSet.OBS_VALUE)) {
                row.place(component);
            }
        }
        give(document);
    }

    private void give(SeriesDocument document) throws IOException {
        row.enter(GrowingRow.SERIES);
        for (String component : List.of(SERIES, SERIES_NAME, FREQUENCY)) {
            row.set(GrowingRow.SERIES, row.place(component), document.text(component));
        }
        for (Map.Entry<String, String> dimension : document.dimensions().entrySet()) {
            row.set(GrowingRow.SERIES, row.place(dimension.getKey()), dimension.getValue());
        }
        String misfit = document.misfit();
        if (misfit != null) {
            count++;
            reject(misfit, row.text() + Excerpt.of(document.text(SERIES)));
            return;
        }
        int period = row.place(DataSet.TIME_PERIOD);
        int value = row.place(DataSet.OBS_VALUE);
        for (int i = 0; i < document.periods().size(); i++) {
            count++;
            row.enter(GrowingRow.OBSERVATION);
            row.set(GrowingRow.OBSERVATION, period, document.periods().get(i));
            String figure = document.values().get(i);
            row.set(GrowingRow.OBSERVATION, value, MISSING.equals(figure) ? null : figure);
            for (Map.Entry<String, List<@Nullable String>> attribute :
                    document.attributes().entrySet()) {
                row.set(
                        GrowingRow.OBSERVATION,
                        row.place(attribute.getKey()),
                        attribute.getValue().get(i));
            }
            row.emit();
        }
    }

    private void errors() throws IOException {
        if (json.token() != JsonToken.START_ARRAY) {
            String said = json.scalar();
            if (said != null) {
                errors.add(Excerpt.ofReason(said));
            }
            return;
        }
        json.array("'errors'", place -> {
            List<String> words = new ArrayList<>();
            String itself = json.scalar();
            if (itself != null) {
                words.add(itself);
            } else if (json.token() == JsonToken.START_OBJECT) {
                json.object("an error", field -> {
                    String text = json.scalar();
                    if (text != null && words.size() < MOST_ERRORS) {
                        words.add(text);
                    }
                });
            }
            if (errors.size() < MOST_ERRORS) {
                errors.add(Excerpt.ofReason(words.isEmpty() ? null : String.join(": ", words)));
            }
        });
    }

    private void reject(String reason, String text) {
        rows.rejected(new Rejection(source, count, reason, text));
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }
}
