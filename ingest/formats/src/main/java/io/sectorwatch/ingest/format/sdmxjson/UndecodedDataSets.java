package io.sectorwatch.ingest.format.sdmxjson;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.Spill;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of an SDMX-JSON message put aside as places, until the structure is known which says what they mean: in a message
 * it may come after them.
 */
final class UndecodedDataSets implements Closeable {
    /** What follows in {@link #data}: nothing more, or one of these. */
    static final int END = 0;

    static final int DATA_SET = 1;
    static final int SERIES = 2;
    static final int NO_SERIES = 3;
    static final int OBSERVATION = 4;

    /** What is said of a whole data set. */
    record Head(
            @Nullable String id,
            @Nullable String action,
            int structure,
            List<FigureOrAttribute> attributes,
            List<Group> groups) {}

    /** Attributes of all that has the dimensions of a key, in which those that do not matter are left out. */
    record Group(String key, List<FigureOrAttribute> attributes) {}

    /** Data sets, series and observations in the order of the file. */
    final Spill data = new Spill();

    /** Attributes of the series in the same order; apart, for they may stand after a series' observations. */
    final Spill seriesAttributes = new Spill();

    /** One for each data set. */
    final List<Head> heads = new ArrayList<>();

    private final Budget budget = new Budget("what is said of the data sets");

    /** Reads the array at which the input stands. */
    void read(JsonInput json) throws IOException {
        json.array("'dataSets'", place -> dataSet(json));
    }

    @Override
    public void close() throws IOException {
        try (data) {
            seriesAttributes.close();
        }
    }

    private void dataSet(JsonInput json) throws IOException {
        data.number(DATA_SET);
        String[] texts = new String[2];
        int[] structure = {0};
        List<FigureOrAttribute> attributes = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        json.object("a data set", field -> {
            switch (field) {
                case "action" -> texts[0] = json.scalar();
                case "links" -> texts[1] = MessageStructure.dataflow(json).orElse(null);
                case "structure" -> structure[0] = place(json);
                case "attributes" -> attributes(json, "a data set", attributes);
                case "dimensionGroupAttributes" ->
                    json.object("'dimensionGroupAttributes'", key -> groups.add(group(json, key)));
                case "series" -> json.object("'series'", key -> series(json, key));
                case "observations" -> {
                    data.number(NO_SERIES);
                    json.object("'observations'", key -> observation(json, key));
                }
                default -> {}
            }
        });
        for (FigureOrAttribute attribute : attributes) {
            budget.spend(attribute.text());
        }
        budget.spend(texts[0]);
        heads.add(new Head(texts[1], texts[0], structure[0], attributes, groups));
    }

    private void series(JsonInput json, String key) throws IOException {
        data.number(SERIES);
        data.text(key);
        List<FigureOrAttribute> attributes = new ArrayList<>();
        json.object("a series", field -> {
            switch (field) {
                case "attributes" -> attributes(json, "a series", attributes);
                case "observations" -> json.object("'observations'", observed -> observation(json, observed));
                default -> {}
            }
        });
        FigureOrAttribute.put(attributes, seriesAttributes);
    }

    private Group group(JsonInput json, String key) throws IOException {
        budget.spend(key);
        List<FigureOrAttribute> attributes = FigureOrAttribute.list(json);
        for (FigureOrAttribute attribute : attributes) {
            budget.spend(attribute.text());
        }
        return new Group(key, attributes);
    }

    private static void attributes(JsonInput json, String what, List<FigureOrAttribute> into) throws IOException {
        if (!into.isEmpty()) {
            throw json.unreadable(what + " has two lists of attributes");
        }
        into.addAll(FigureOrAttribute.list(json));
    }

    private void observation(JsonInput json, String key) throws IOException {
        data.number(OBSERVATION);
        data.text(key);
        FigureOrAttribute.put(FigureOrAttribute.list(json), data);
    }

    private static int place(JsonInput json) throws IOException {
        String text = json.scalar();
        if (json.token() != JsonToken.VALUE_NUMBER_INT || text == null || !text.matches("\\d{1,6}")) {
            throw json.unreadable("a data set's 'structure' is no place in the list of structures");
        }
        return Integer.parseInt(text);
    }
}
