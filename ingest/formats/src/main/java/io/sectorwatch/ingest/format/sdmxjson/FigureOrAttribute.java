package io.sectorwatch.ingest.format.sdmxjson;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.Spill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A figure, or what is given for an attribute, in SDMX-JSON.
 *
 * @param text null where nothing is given
 * @param isWhole whether it is a whole number, which may be a place in a list of values
 */
record FigureOrAttribute(@Nullable String text, boolean isWhole) {
    private static final int MOST = 1_000;
    private static final int NOTHING = 0;
    private static final int WHOLE = 1;
    private static final int TEXT = 2;
    private static final String BETWEEN_VALUES = ";";

    /** The entries at which the input stands: a list of them, or a single one. */
    static List<FigureOrAttribute> list(JsonInput json) throws IOException {
        List<FigureOrAttribute> entries = new ArrayList<>();
        if (json.token() != JsonToken.START_ARRAY) {
            entries.add(of(json));
            return entries;
        }
        json.array("a list", place -> {
            if (place == MOST) {
                throw json.unreadable("a list of figures and attributes has more than " + MOST + " entries");
            }
            entries.add(of(json));
        });
        return entries;
    }

    /** Puts the entries aside. */
    static void put(List<FigureOrAttribute> entries, Spill spill) throws IOException {
        spill.number(entries.size());
        for (FigureOrAttribute entry : entries) {
            if (entry.text == null) {
                spill.number(NOTHING);
            } else {
                spill.number(entry.isWhole ? WHOLE : TEXT);
                spill.text(entry.text);
            }
        }
    }

    /** Takes back what was put aside. */
    static List<FigureOrAttribute> take(Spill.Reading spill) throws IOException {
        int count = (int) spill.number();
        List<FigureOrAttribute> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long kind = spill.number();
            entries.add(
                    kind == NOTHING
                            ? new FigureOrAttribute(null, false)
                            : new FigureOrAttribute(spill.text(), kind == WHOLE));
        }
        return entries;
    }

    private static FigureOrAttribute of(JsonInput json) throws IOException {
        JsonToken token = json.token();
        if (token == JsonToken.START_ARRAY) {
            StringJoiner values = new StringJoiner(BETWEEN_VALUES);
            json.array("a list of values", place -> {
                if (place == MOST) {
                    throw json.unreadable("an attribute has more than " + MOST + " values");
                }
                add(values, json.scalar());
            });
            return new FigureOrAttribute(values.toString(), false);
        }
        if (token == JsonToken.START_OBJECT) {
            // A text in several languages: the first is taken, as the publisher ordered them.
            StringJoiner texts = new StringJoiner(BETWEEN_VALUES);
            json.object("a text", language -> {
                if (texts.length() == 0) {
                    add(texts, json.scalar());
                }
            });
            return new FigureOrAttribute(texts.toString(), false);
        }
        return new FigureOrAttribute(json.scalar(), token == JsonToken.VALUE_NUMBER_INT);
    }

    private static void add(StringJoiner values, @Nullable String value) {
        if (value != null) {
            values.add(value);
        }
    }
}
