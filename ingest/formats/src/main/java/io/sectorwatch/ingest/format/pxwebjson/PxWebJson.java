package io.sectorwatch.ingest.format.pxwebjson;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.JsonOutline;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * Reads PxWeb's own JSON: the columns, then a key and its values for each line of the table. Each value is a row, with the code
 * of its column as the component {@code ContentsCode}. Gives no row before all has been read, since the time of publication
 * stands at the end. A row's line is the number of the observation.
 */
public final class PxWebJson implements RowFormat {
    private static final Set<String> FIELDS = Set.of("columns", "data");

    @Override
    public String name() {
        return "pxweb-json";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of();
    }

    // Of a large table the beginning has the columns alone.
    @Override
    public Likeness recognise(Beginning beginning) {
        JsonOutline json = JsonOutline.of(beginning);
        return json.isObject()
                        && (json.names().containsAll(FIELDS)
                                || json.names().equals(Set.of("columns"))
                                || json.names().equals(Set.of("columns", "comments")))
                ? Likeness.LIKELY
                : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        try (PxWebAnswer answer = new PxWebAnswer(name, new JsonInput(in), rows)) {
            answer.read();
        }
    }
}
