package io.sectorwatch.ingest.format.fredjson;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.alfred.FredAnswer;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.JsonOutline;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * Reads answers of FRED's {@code series/observations}, of every output type: each figure with the days between which it was
 * known, or a field for each vintage. An answer as of a single day does not say when its figures became known. The series is
 * named by the vintages, else by the address the answer came from. A row's line is the number of the observation.
 */
public final class FredJson implements RowFormat {
    private static final String OBSERVATIONS = "observations";
    private static final Set<String> OF_AN_ERROR = Set.of("error_code", "error_message");

    @Override
    public String name() {
        return "fred-json";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.JSON;
    }

    @Override
    public Likeness recognise(Beginning beginning) throws UnreadableException {
        JsonOutline json = JsonOutline.of(beginning);
        if (json.isObject() && json.names().containsAll(OF_AN_ERROR)) {
            throw new UnreadableException("this is an error message of FRED: " + json.said(OF_AN_ERROR));
        }
        return json.isObject()
                        && json.hasAny(Set.of("observation_start", "output_type", OBSERVATIONS))
                        && json.hasAny(Set.of("realtime_start"))
                ? Likeness.LIKELY
                : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        new Answer(name, new JsonInput(in), rows).read();
    }

    private static final class Answer {
        private final JsonInput json;
        private final FredAnswer answer;
        private boolean isFound;

        Answer(String source, JsonInput json, Rows rows) {
            this.json = json;
            this.answer = new FredAnswer(source, rows);
        }

        void read() throws IOException {
            json.next();
            json.object("the answer", field -> {
                if (field.equals(OBSERVATIONS)) {
                    isFound = true;
                    json.array("the list of observations", ignored -> observation());
                } else if (field.equals("error_message")) {
                    throw json.unreadable("this is an error message of FRED: " + Excerpt.ofReason(json.scalar()));
                } else {
                    answer.header(field, json.scalar());
                }
            });
            json.requireEnd();
            if (!isFound) {
                throw json.unreadable("this is no answer of FRED: it has no 'observations'");
            }
            answer.end();
        }

        private void observation() throws IOException {
            answer.observation();
            if (json.token() == JsonToken.START_OBJECT) {
                json.object("an observation", field -> answer.field(field, json.scalar()));
            }
            answer.give();
        }
    }
}
