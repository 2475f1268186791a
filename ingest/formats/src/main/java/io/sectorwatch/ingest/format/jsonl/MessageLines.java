package io.sectorwatch.ingest.format.jsonl;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.json.JsonOutline;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Finished messages, a JSON object a line: they are facts already, and no rows from which to make some. */
public final class MessageLines implements Format {
    private static final Set<String> OF_ONE_KIND = Set.of("indicator", "tick", "occurred", "stance");
    private static final List<String> OF_A_POLICY = List.of("title", "kind");
    private static final Set<String> OF_ERRORS = Set.of("error", "errors");

    @Override
    public String name() {
        return "jsonl";
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
        if (json.hasAny(OF_ONE_KIND) || json.names().containsAll(OF_A_POLICY)) {
            return Likeness.CERTAIN;
        }
        return isLines(beginning.text()) && !json.hasAny(OF_ERRORS) ? Likeness.POSSIBLE : Likeness.NONE;
    }

    /** Whether one object ends in its line and another one follows. */
    private static boolean isLines(String start) {
        Iterator<String> lines =
                start.lines().filter(line -> !line.isBlank()).limit(2).iterator();
        return lines.next().stripTrailing().endsWith("}")
                && lines.hasNext()
                && lines.next().startsWith("{");
    }
}
