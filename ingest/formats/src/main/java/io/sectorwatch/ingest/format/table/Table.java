package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A table whose first record is its header. */
record Table(Records records, Header header) {
    /**
     * Opens a table with one of the usual separators.
     *
     * @param encoding null where none was told
     * @throws UnreadableException if there is no header
     */
    static Table open(String name, InputStream in, @Nullable Charset encoding) throws IOException {
        Text text = Text.open(in, encoding);
        return of(new Records(name, text, Separator.in(text.head())));
    }

    static Table of(Records records) throws IOException {
        if (!records.next()) {
            throw new UnreadableException("the file is empty");
        }
        return new Table(records, Header.of(records));
    }
}
