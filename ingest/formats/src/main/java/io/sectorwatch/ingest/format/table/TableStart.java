package io.sectorwatch.ingest.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header at the beginning of a table, with one of the usual separators. */
public final class TableStart {
    private final @Nullable TableHeader header;
    private final @Nullable UnreadableException complaint;

    /** Of a file that begins so; it has no header where that is no table. */
    public static TableStart of(Beginning beginning) {
        return beginning.seen(TableStart.class, TableStart::look);
    }

    private static TableStart look(Beginning beginning) {
        if (beginning.startsWith('<') || beginning.startsWith('{') || beginning.startsWith('[')) {
            return new TableStart(null, null);
        }
        try {
            return new TableStart(header(beginning.text()), null);
        } catch (UnreadableException e) {
            return new TableStart(null, e);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail", e);
        }
    }

    private static TableHeader header(String start) throws IOException {
        DecodedText text = DecodedText.open(new ByteArrayInputStream(start.getBytes(UTF_8)), null);
        return Table.of(new Records("", text, Separator.in(start))).header();
    }

    private TableStart(@Nullable TableHeader header, @Nullable UnreadableException complaint) {
        this.header = header;
        this.complaint = complaint;
    }

    /** The header, if it is that of a table. */
    public Optional<TableHeader> header() {
        return Optional.ofNullable(header);
    }

    /** Why it is none, in what begins like no other kind of text. */
    public Optional<UnreadableException> complaint() {
        return Optional.ofNullable(complaint);
    }
}
