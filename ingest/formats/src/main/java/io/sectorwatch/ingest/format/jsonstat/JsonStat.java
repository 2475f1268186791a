package io.sectorwatch.ingest.format.jsonstat;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.JsonOutline;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data sets of JSON-stat 1 and 2: one, a bundle of several, or a collection as far as it holds them. A cell with a status or an explicit null is a row, one of which a sparse table says
 * nothing is none. The status is the component {@value #FLAG}. Gives no row before the whole table has been read, since its
 * dimensions may stand at its end. A row's line is the number of the observation.
 */
public final class JsonStat implements RowFormat {
    /** The component with the status of a cell. */
    public static final String FLAG = "OBS_FLAG";

    private static final String DATA_SET = "dataset";
    private static final String COLLECTION = "collection";
    private static final Set<String> CLASSES = Set.of(DATA_SET, COLLECTION);
    private static final Set<String> BESIDE_VALUES = Set.of("label", "source", "status", "updated");
    private static final Set<String> OF_A_TABLE = Set.of("dimension", "value");

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
        if (!json.isObject()) {
            return Likeness.NONE;
        }
        boolean isTable = CLASSES.contains(json.text("class")) || json.names().containsAll(OF_A_TABLE);
        boolean isOldTable = json.names("dataset").stream().anyMatch(OF_A_TABLE::contains);
        if (isTable || isOldTable) {
            return Likeness.LIKELY;
        }
        return json.names().stream().anyMatch(name -> isBundled(json.names(name))) ? Likeness.POSSIBLE : Likeness.NONE;
    }

    // Of a large table the end cannot be seen.
    private static boolean isBundled(Set<String> fields) {
        return fields.contains("dimension")
                || fields.equals(Set.of("value"))
                || fields.contains("value") && fields.stream().anyMatch(BESIDE_VALUES::contains);
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        new Message(name, new JsonInput(in), rows).read();
    }

    private static final class Message {
        private static final Set<String> OF_ITSELF = Set.of(
                "dimension",
                "extension",
                "href",
                "id",
                "label",
                "note",
                "role",
                "size",
                "source",
                "status",
                "updated",
                "value",
                "version");
        private static final int MOST_TOLD = 20;

        private final String source;
        private final JsonInput json;
        private final Rows rows;
        private final long[] count = {0};
        private @Nullable String type;
        private boolean isLinkedTooEarly;
        private int tables;
        private int links;
        private @Nullable String firstLink;

        Message(String source, JsonInput json, Rows rows) {
            this.source = source;
            this.json = json;
            this.rows = rows;
        }

        void read() throws IOException {
            json.next();
            try (TableReading itself = new TableReading(source, json, rows, null)) {
                json.object("the table", field -> field(field, itself));
                json.requireEnd();
                if (DATA_SET.equals(type) || type == null && tables == 0 && itself.isOld()) {
                    itself.give(count);
                } else if (COLLECTION.equals(type)) {
                    requireAll();
                } else if (tables == 0) {
                    throw new UnreadableException("this is no JSON-stat 2.0: it has no \"class\": \"dataset\"");
                }
            }
        }

        private void field(String field, TableReading itself) throws IOException {
            switch (field) {
                case "class" -> type(json.scalar());
                case "error", "warning" -> throw json.unreadable("this is an answer without data: " + answer());
                case "link" -> {
                    isLinkedTooEarly |= type == null;
                    if (COLLECTION.equals(type)) {
                        links();
                    }
                }
                default -> {
                    if (type == null && !OF_ITSELF.contains(field) && json.token() == JsonToken.START_OBJECT) {
                        bundled(field);
                    } else {
                        itself.field(field);
                    }
                }
            }
        }

        // Version 1 has the tables of an answer under names, and a single one under this.
        private void bundled(String name) throws IOException {
            try (TableReading table = new TableReading(source, json, rows, name.equals(DATA_SET) ? null : name)) {
                json.object(name, table::field);
                if (table.isTable()) {
                    tables++;
                    table.give(count);
                } else if (name.equals(DATA_SET)) {
                    throw json.unreadable("the data set of this JSON-stat has no values, or no dimensions with their"
                            + " 'id' and 'size'");
                }
            }
        }

        private void links() throws IOException {
            json.object("'link'", relation -> {
                if (relation.equals("item") && json.token() == JsonToken.START_ARRAY) {
                    json.array("'item'", place -> item());
                }
            });
        }

        private void item() throws IOException {
            if (json.token() != JsonToken.START_OBJECT) {
                return;
            }
            @Nullable String[] href = {null};
            try (TableReading table = new TableReading(source, json, rows, null)) {
                json.object("an item", field -> {
                    if (field.equals("href")) {
                        href[0] = json.scalar();
                    } else {
                        table.field(field);
                    }
                });
                if (table.isTable()) {
                    tables++;
                    table.give(count);
                    return;
                }
            }
            links++;
            firstLink = firstLink == null ? href[0] : firstLink;
        }

        private void requireAll() throws UnreadableException {
            if (isLinkedTooEarly) {
                throw new UnreadableException("this JSON-stat says only behind its links that it is a collection");
            }
            String linked = links
                    + (links == 1 ? " link" : " links")
                    + (firstLink == null ? "" : ", the first to " + Excerpt.ofReason(firstLink));
            if (tables == 0) {
                throw new UnreadableException("this JSON-stat is a collection of " + linked
                        + ", and holds no figures: ask for the data sets themselves");
            }
            if (links > 0) {
                rows.rejected(new Rejection(
                        source,
                        count[0],
                        "beside its tables the collection has " + linked + ": these are not read",
                        Excerpt.of(firstLink)));
            }
        }

        private void type(@Nullable String said) throws UnreadableException {
            if (said == null || !CLASSES.contains(said)) {
                throw json.unreadable("this JSON-stat is a " + Excerpt.of(said) + ", not a data set with figures");
            }
            type = said;
        }

        private String answer() throws IOException {
            List<String> texts = new ArrayList<>();
            String itself = json.scalar();
            if (itself != null) {
                return Excerpt.ofReason(itself);
            }
            for (var token = json.next(); token != null && texts.size() < MOST_TOLD; token = json.next()) {
                String text = json.scalar();
                if (text != null) {
                    texts.add(Excerpt.of(text));
                }
            }
            return Excerpt.ofReason(String.join(", ", texts));
        }
    }
}
