package io.sectorwatch.ingest.builtin;

import io.sectorwatch.ingest.jsonl.JsonLines;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The brief, kept as messages. */
final class Brief {
    private static final String FILE = "brief.jsonl";

    static BuiltInSet.DataSet read() {
        List<Message> facts = new ArrayList<>();
        try (InputStream in = Resources.open(FILE)) {
            JsonLines.read(FILE, in, facts::add, rejection -> {
                throw new IllegalStateException("built-in " + rejection);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BuiltInSet.DataSet(FILE, facts);
    }

    private Brief() {}
}
