package io.sectorwatch.ingest.format.pxwebjson;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.TimeNames;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.Spill;
import io.sectorwatch.ingest.format.table.MissingFigures;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as it is read. */
final class PxWebAnswer implements Closeable {
    private static final String CONTENTS = "ContentsCode";
    private static final String TIME = "t";
    private static final String CONTENT = "c";
    private static final int MOST_COLUMNS = 1_000;

    private final String source;
    private final JsonInput json;
    private final Rows rows;
    private final Spill lines = new Spill();
    private final List<String> dimensions = new ArrayList<>();
    private final List<String> times = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private long count;
    private @Nullable String label;
    private @Nullable Instant updated;

    PxWebAnswer(String source, JsonInput json, Rows rows) {
        this.source = source;
        this.json = json;
        this.rows = rows;
    }

    void read() throws IOException {
        json.next();
        json.object("the message", field -> {
            switch (field) {
                case "columns" -> json.array("'columns'", place -> column());
                case "data" -> json.array("'data'", place -> line());
                case "metadata" -> json.array("'metadata'", place -> metadata());
                default -> {}
            }
        });
        json.requireEnd();
        give();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void column() throws IOException {
        @Nullable String[] said = new @Nullable String[2];
        json.object("a column", field -> {
            switch (field) {
                case "code" -> said[0] = json.scalar();
                case "type" -> said[1] = json.scalar();
                default -> {}
            }
        });
        if (said[0] == null || dimensions.size() + contents.size() == MOST_COLUMNS) {
            throw json.unreadable("a column has no code, or there are more than " + MOST_COLUMNS);
        }
        if (CONTENT.equals(said[1])) {
            contents.add(said[0]);
        } else {
            dimensions.add(said[0]);
            if (TIME.equals(said[1])) {
                times.add(said[0]);
            }
        }
    }

    private void line() throws IOException {
        if (dimensions.isEmpty() || contents.isEmpty()) {
            throw json.unreadable("figures stand before the columns that say what they mean");
        }
        List<@Nullable String> key = new ArrayList<>();
        List<@Nullable String> values = new ArrayList<>();
        json.object("a line of the table", field -> {
            switch (field) {
                case "key" -> texts(key);
                case "values" -> texts(values);
                default -> {}
            }
        });
        count++;
        put(key);
        put(values);
    }

    private void texts(List<@Nullable String> into) throws IOException {
        json.array("a key or its values", place -> {
            if (place == MOST_COLUMNS) {
                throw json.unreadable("a line has more than " + MOST_COLUMNS + " cells");
            }
            into.add(json.scalar());
        });
    }

    private void put(List<@Nullable String> texts) throws IOException {
        lines.number(texts.size());
        for (@Nullable String text : texts) {
            lines.text(text);
        }
    }

    private void metadata() throws IOException {
        json.object("an entry of 'metadata'", field -> {
            switch (field) {
                case "label" -> label = json.scalar();
                case "updated" -> {
                    @Nullable String text = json.scalar();
                    updated = text == null ? null : PublicationTime.parse(text).orElse(null);
                }
                default -> {}
            }
        });
    }

    private void give() throws IOException {
        List<String> time = times.size() == 1 ? times : TimeNames.among(dimensions);
        if (time.isEmpty()) {
            throw new UnreadableException(
                    "no column, or more than one, is of time: " + Excerpt.ofReason(dimensions.toString()));
        }
        if (new HashSet<>(dimensions).size() < dimensions.size() || dimensions.contains(CONTENTS)) {
            throw new UnreadableException("two columns have the same code: " + Excerpt.ofReason(dimensions.toString()));
        }
        long[] number = {0};
        GrowingRow row = new GrowingRow(source, rows, () -> number[0]);
        row.begin(label, updated, DataSet.Action.INFORMATION);
        for (String dimension : dimensions) {
            row.place(time.contains(dimension) ? DataSet.TIME_PERIOD : dimension);
        }
        int content = row.place(CONTENTS);
        int value = row.place(DataSet.OBS_VALUE);
        row.complete();
        Spill.Reading reading = lines.read();
        for (long i = 0; i < count; i++) {
            List<@Nullable String> key = texts(reading);
            List<@Nullable String> values = texts(reading);
            boolean fits = key.size() == dimensions.size() && values.size() == contents.size();
            for (int k = 0; k < (fits ? values.size() : 1); k++) {
                number[0]++;
                row.enter(GrowingRow.OBSERVATION);
                for (int d = 0; d < Math.min(key.size(), dimensions.size()); d++) {
                    row.set(GrowingRow.OBSERVATION, d, key.get(d));
                }
                @Nullable String figure = k < values.size() ? values.get(k) : null;
                row.set(GrowingRow.OBSERVATION, content, contents.get(k));
                row.set(GrowingRow.OBSERVATION, value, MissingFigures.isMissing(figure) ? null : figure);
                if (!fits) {
                    row.reject(
                            GrowingRow.OBSERVATION,
                            "the line has " + key.size() + " keys and " + values.size() + " values, and the table "
                                    + dimensions.size() + " and " + contents.size());
                }
                row.emit();
            }
        }
        row.finish();
    }

    private static List<@Nullable String> texts(Spill.Reading reading) throws IOException {
        List<@Nullable String> texts = new ArrayList<>();
        for (long left = reading.number(); left > 0; left--) {
            texts.add(reading.text());
        }
        return texts;
    }
}
