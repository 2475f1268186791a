package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A table whose first record is its header. */
public record Table(Records records, TableHeader header) {
    /**
     * Opens a table with one of the usual separators.
     *
     * @param encoding null where none was told
     * @throws UnreadableException if there is no header
     */
    public static Table open(String name, InputStream in, @Nullable Charset encoding) throws IOException {
        return of(records(name, in, encoding));
    }

    /** The records of such a table, at its beginning. */
    public static Records records(String name, InputStream in, @Nullable Charset encoding) throws IOException {
        DecodedText text = DecodedText.open(in, encoding);
        Records records = new Records(name, text, Separator.in(text.head()));
        @Nullable CopiedRecord first = Separator.isTold(text.head()) ? records.ahead(0) : null;
        if (first != null) {
            records.next();
        }
        return records;
    }

    /** The table whose header is the next record; throws UnreadableException if there is none. */
    public static Table of(Records records) throws IOException {
        if (!records.next()) {
            throw new UnreadableException("the file is empty");
        }
        return new Table(records, TableHeader.of(records));
    }
}
