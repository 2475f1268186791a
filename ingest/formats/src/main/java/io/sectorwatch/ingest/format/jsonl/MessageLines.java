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
    // Of an archive the lines hold the messages.
    private static final String HOLDING = "record";
    private static final Set<String> ABOUT_FACTS = Set.of("release", "fact");
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
        Set<String> held = json.names(HOLDING);
        if (isMessage(json.names()) || isMessage(held) || held.stream().anyMatch(ABOUT_FACTS::contains)) {
            return Likeness.CERTAIN;
        }
        return isLines(beginning.text()) && !json.hasAny(OF_ERRORS) ? Likeness.POSSIBLE : Likeness.NONE;
    }

    private static boolean isMessage(Set<String> names) {
        return names.stream().anyMatch(OF_ONE_KIND::contains) || names.containsAll(OF_A_POLICY);
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
