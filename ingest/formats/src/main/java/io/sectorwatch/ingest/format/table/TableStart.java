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
    private static final int LONGEST_PREAMBLE = 30;

    private final @Nullable TableHeader header;
    private final boolean table;
    private final boolean describedSeries;
    private final @Nullable UnreadableException complaint;

    /** Of a file that begins so; it has no header where that is no table. */
    public static TableStart of(Beginning beginning) {
        return beginning.seen(TableStart.class, TableStart::look);
    }

    private static TableStart look(Beginning beginning) {
        if (beginning.startsWith('<') || beginning.startsWith('{') || beginning.startsWith('[')) {
            return new TableStart(null, false, false, null);
        }
        try {
            Records records =
                    Table.records("", new ByteArrayInputStream(beginning.text().getBytes(UTF_8)), null);
            boolean hasCells = hasCells(records);
            return new TableStart(Table.of(records).header(), hasCells, describesSeries(beginning), null);
        } catch (UnreadableException e) {
            return new TableStart(null, false, false, e);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail", e);
        }
    }

    private static boolean hasCells(Records records) throws IOException {
        for (int i = 0; i < LONGEST_PREAMBLE; i++) {
            @Nullable CopiedRecord record = records.ahead(i);
            if (record == null || TableHeader.of(record.cells()).size() > 1) {
                return record != null;
            }
        }
        return false;
    }

    private static boolean describesSeries(Beginning beginning) throws IOException {
        return SeriesHead.begins(
                Table.records("", new ByteArrayInputStream(beginning.text().getBytes(UTF_8)), null));
    }

    private TableStart(
            @Nullable TableHeader header,
            boolean table,
            boolean describedSeries,
            @Nullable UnreadableException complaint) {
        this.header = header;
        this.table = table;
        this.describedSeries = describedSeries;
        this.complaint = complaint;
    }

    /** The header, if it is that of a table. */
    public Optional<TableHeader> header() {
        return Optional.ofNullable(header);
    }

    /** Whether it is a table, even if titles precede the header. */
    public boolean isTable() {
        return table;
    }

    /** Whether it is one of series in columns, below lines that say what each is. */
    public boolean isOfDescribedSeries() {
        return describedSeries;
    }

    /** Why it is none, in what begins like no other kind of text. */
    public Optional<UnreadableException> complaint() {
        return Optional.ofNullable(complaint);
    }
}
