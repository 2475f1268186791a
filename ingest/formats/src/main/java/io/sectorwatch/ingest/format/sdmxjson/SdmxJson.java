package io.sectorwatch.ingest.format.sdmxjson;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.Excerpt;
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
import io.sectorwatch.ingest.format.sdmx.StructureMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads data messages of SDMX-JSON 1.0 and 2.0. Gives no row before the whole message has been read, since what its data mean
 * may stand at its end. A row's line is the number of the observation.
 */
public final class SdmxJson implements RowFormat {
    private static final List<MediaType> MEDIA_TYPES = List.of(
            new MediaType("application/vnd.sdmx.data+json;version=2.0.0", 8),
            new MediaType("application/vnd.sdmx.data+json;version=1.0.0", 8));
    private static final Set<String> OF_DATA = Set.of("dataSets", "structure", "structures");

    @Override
    public String name() {
        return "sdmx-json";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MEDIA_TYPES;
    }

    @Override
    public Likeness recognise(Beginning beginning) throws UnreadableException {
        JsonOutline json = JsonOutline.of(beginning);
        if (!json.isObject()) {
            return Likeness.NONE;
        }
        Set<String> inData = json.names("data");
        String schema = json.text(Set.of("data", "meta"), "schema");
        if (json.names().contains("dataSets")
                || inData.stream().anyMatch(OF_DATA::contains)
                || schema.contains("sdmx-json-data")) {
            // Words such as data and structure are not its own.
            return Likeness.POSSIBLE;
        }
        if (schema.contains("sdmx-json-structure") || json.names().contains("meta") && !inData.isEmpty()) {
            throw StructureMessage.refused();
        }
        return Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        try (UndecodedDataSets dataSets = new UndecodedDataSets()) {
            new Message(name, new JsonInput(in), dataSets, rows).read();
        }
    }

    private static final class Message {
        private static final int MOST_FIELDS = 20;
        private static final int MOST_STRUCTURES = 1_000;

        private final String source;
        private final JsonInput json;
        private final UndecodedDataSets dataSets;
        private final Rows rows;
        private final Budget budget = new Budget("the values of its dimensions and attributes");
        private final List<MessageStructure> structures = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final Set<String> others = new TreeSet<>();
        private @Nullable Instant prepared;
        private boolean found;

        Message(String source, JsonInput json, UndecodedDataSets dataSets, Rows rows) {
            this.source = source;
            this.json = json;
            this.dataSets = dataSets;
            this.rows = rows;
        }

        void read() throws IOException {
            json.next();
            json.object("the message", field -> {
                if (field.equals("data")) {
                    json.object("'data'", this::field);
                } else {
                    field(field);
                }
            });
            json.requireEnd();
            requireData();
            for (String error : errors) {
                rows.rejected(new Rejection(source, 0, "the publisher says: " + error, error));
            }
            new DecodedRows(source, dataSets, structures, prepared, rows).give();
        }

        private void field(String field) throws IOException {
            switch (field) {
                case "header", "meta" -> json.object("the header", this::header);
                case "structure" -> structure();
                case "structures" -> json.array("'structures'", place -> structure());
                case "dataSets" -> {
                    dataSets.read(json);
                    found = true;
                }
                case "errors" ->
                    json.array("'errors'", place -> {
                        if (place < MOST_FIELDS) {
                            errors.add(error());
                        }
                    });
                default -> {
                    if (others.size() < MOST_FIELDS) {
                        others.add(Excerpt.of(field));
                    }
                }
            }
        }

        private void structure() throws IOException {
            if (structures.size() == MOST_STRUCTURES) {
                throw json.unreadable("the message has more than " + MOST_STRUCTURES + " structures");
            }
            structures.add(MessageStructure.read(json, budget));
        }

        private void header(String field) throws IOException {
            String text = json.scalar();
            if (!field.equals("prepared") || text == null) {
                return;
            }
            Optional<Instant> time = PublicationTime.parse(text);
            prepared = time.orElse(null);
            if (time.isEmpty()) {
                rows.rejected(new Rejection(
                        source,
                        json.line(),
                        "the header's 'prepared' is no time: the message does not say when it was published",
                        Excerpt.of(text)));
            }
        }

        private String error() throws IOException {
            String itself = json.scalar();
            if (itself != null || json.token() != JsonToken.START_OBJECT) {
                return Excerpt.ofReason(itself);
            }
            List<String> texts = new ArrayList<>();
            json.object("an error", field -> {
                String text = json.scalar();
                if (text != null && texts.size() < MOST_FIELDS) {
                    texts.add(field + " " + text);
                }
            });
            return Excerpt.ofReason(String.join(", ", texts));
        }

        private void requireData() throws UnreadableException {
            if (!found) {
                throw new UnreadableException(
                        errors.isEmpty()
                                ? "this SDMX-JSON has no 'dataSets'; it has " + others
                                        + ": a message about structures holds no observations"
                                : "this is an SDMX error message, not data: " + errors.get(0));
            }
            if (structures.isEmpty() && !dataSets.heads.isEmpty()) {
                throw new UnreadableException(
                        "the message has data sets, but no 'structure' which says what they mean");
            }
        }
    }
}
