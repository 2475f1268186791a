package io.sectorwatch.ingest.format.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a table, one at a time, in memory that their number does not change. Blank lines are none. */
public final class Records implements Cells {
    /** Characters in one cell; beyond it a quote was left open, or somebody means harm. */
    static final int LONGEST_CELL = 1 << 20;

    static final int LONGEST_SHOWN = 2_000;

    private static final int MOST_AHEAD = 1 << 16;

    private final String name;
    private final DecodedText text;
    private final char separator;
    private final RecordBuffer buffer = new RecordBuffer();
    private final CloseableIterator<RecordBuffer> records;
    private final List<CopiedRecord> ahead = new ArrayList<>();
    private int again;
    private boolean isBehindBlank;
    private @Nullable CopiedRecord copied;
    private @Nullable IOException pending;

    /** Stands before the first record. */
    public Records(String name, DecodedText text, char separator) {
        this.name = name;
        this.text = text;
        this.separator = separator;
        this.records = reader(text, separator, buffer).iterator();
    }

    // A quotation mark in a wrong place must not end the reading of the whole file, as it does without the old option.
    @SuppressWarnings("removal")
    private static CsvReader<RecordBuffer> reader(DecodedText text, char separator, RecordBuffer buffer) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(buffer, text);
    }

    /** Goes to the next record; false at the end. */
    public boolean next() throws IOException {
        if (again < ahead.size()) {
            copied = ahead.get(again++);
            return true;
        }
        if (copied != null) {
            copied = null;
            ahead.clear();
            again = 0;
        }
        if (pending != null) {
            throw pending;
        }
        return read();
    }

    /**
     * One of the records to come, from 0, which {@link #next} gives all the same; null where there are not so many, or too
     * many characters in them.
     */
    @Nullable
    CopiedRecord ahead(int place) throws IOException {
        if (again == ahead.size()) {
            ahead.clear();
            again = 0;
        }
        while (ahead.size() - again <= place) {
            int characters = 0;
            for (CopiedRecord record : ahead) {
                characters += record.text().length();
            }
            if (characters > MOST_AHEAD || pending != null || !readAhead()) {
                return null;
            }
        }
        return ahead.get(again + place);
    }

    // What is wrong behind these records is said when they were read.
    private boolean readAhead() {
        @Nullable CopiedRecord current = copied;
        copied = null;
        try {
            if (!read()) {
                return false;
            }
            ahead.add(CopiedRecord.of(this));
            return true;
        } catch (IOException e) {
            pending = e;
            return false;
        } finally {
            copied = current;
        }
    }

    private boolean read() throws IOException {
        try {
            isBehindBlank = false;
            while (true) {
                if (!records.hasNext()) {
                    return false;
                }
                records.next();
                boolean isBlank = buffer.count() == 0 || buffer.count() == 1 && buffer.isEmpty(0);
                if (!isBlank || buffer.isCut()) {
                    return true;
                }
                isBehindBlank = true;
            }
        } catch (CsvParseException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw innermost(e);
        }
    }

    /** What stands between the cells. */
    public char separator() {
        return separator;
    }

    /** How the source is called. */
    String name() {
        return name;
    }

    /** Whether blank lines stand before the record; not known of those that were looked at ahead. */
    boolean isBehindBlank() {
        return copied == null && isBehindBlank;
    }

    /** Whether the file ends without the end of a line; known once there are no more records. */
    boolean endsOpen() {
        return text.endsOpen();
    }

    /** Line where the record begins, from 1. */
    @Override
    public long line() {
        return copied == null ? buffer.line() : copied.line();
    }

    /** Number of its cells. */
    @Override
    public int count() {
        return copied == null ? buffer.count() : copied.count();
    }

    /** Text of a cell without white space around it; null where there is none or no such cell. */
    @Override
    public @Nullable String get(int cell) {
        return copied == null ? buffer.get(cell) : copied.get(cell);
    }

    /** The record as a line, or the beginning of a long one. */
    @Override
    public String text() {
        return copied != null ? copied.text() : buffer.text(separator, LONGEST_SHOWN);
    }

    /** The record as one that is not accepted. */
    public Rejection rejection(String reason) {
        return new Rejection(name, line(), reason, text());
    }

    /** Why nothing in the record can be relied on; null where that is not so. */
    public @Nullable String fault() {
        if (copied != null) {
            return copied.fault();
        }
        if (buffer.isCut()) {
            return "the line has more than " + RecordBuffer.MOST_CELLS + " cells or " + RecordBuffer.LONGEST
                    + " characters";
        }
        if (!text.isSpoiled() || !buffer.contains(DecodedText.LOST, '\0')) {
            return null;
        }
        return buffer.contains(DecodedText.LOST, DecodedText.LOST)
                ? "the line holds bytes that are not " + text.charset().name() + ": give the file's encoding, with"
                        + " --encoding windows-1252 for example, or save it as UTF-8"
                : "the line holds a NUL character: the file is damaged, or no text";
    }

    /** Why the record does not fit under a header of so many columns; null where it does. */
    public @Nullable String misfit(int columns) {
        return misfit(columns, columns);
    }

    /** The same where some of the last cells may be left out. */
    @Nullable
    String misfit(int columns, int least) {
        int count = count();
        if (count < least) {
            return "the line has " + cells(count) + " and the header " + columns;
        }
        for (int i = columns; i < count; i++) {
            if (get(i) != null) {
                return "the line has " + cells(count) + " and the header " + columns;
            }
        }
        return null;
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
    }

    private UnreadableException broken(Throwable e) {
        boolean unclosed = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            unclosed |= String.valueOf(cause.getMessage()).startsWith("Unclosed");
        }
        // Of a record that was never completed the buffer knows at least where it began.
        return new UnreadableException(
                "line " + line() + ": "
                        + (unclosed
                                ? "a quotation mark that is opened here is never closed"
                                : "a cell is longer than " + LONGEST_CELL
                                        + " characters, maybe because a quotation mark is not closed")
                        + "; nothing from here on can be read",
                e);
    }

    /** What the source itself said, below what the parser says of it. */
    private static IOException innermost(UncheckedIOException e) {
        IOException innermost = new IOException(e);
        for (Throwable cause = e.getCause(); cause instanceof IOException io; cause = cause.getCause()) {
            innermost = io;
            if (io instanceof UnreadableException) {
                // It is the one with the words for people; its own cause has none.
                return io;
            }
        }
        return innermost;
    }
}
