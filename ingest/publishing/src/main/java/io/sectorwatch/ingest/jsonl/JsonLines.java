package io.sectorwatch.ingest.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** Reads observations, policy events and ticks, one JSON object a line, in UTF-8, plain or packed with gzip. */
public final class JsonLines {
    /** Well under what a broker takes as one record, and far beyond any real fact. */
    static final int LONGEST_LINE = 256 * 1024;

    /** Takes a fact, and the line it stands in. */
    @FunctionalInterface
    public interface Taker {
        void take(Message fact, long line);

        /** Takes what a line says of how it stood on a topic. */
        default void take(FactEvent event, long line) {
            take(event.message(), line);
        }
    }

    /** The same, where nobody asks for the line. */
    public static void read(String name, InputStream in, Consumer<Message> facts, Consumer<Rejection> rejections)
            throws IOException {
        readLines(name, in, (fact, line) -> facts.accept(fact), rejections);
    }

    /**
     * Reads to the end, in bounded memory. A bad line is a rejection and stops nothing; so is one whose fact the consumer
     * refuses with a MalformedMessageException. Blank lines are nothing. The stream stays open.
     *
     * @param name how the source is called in rejections
     * @throws IOException if the source itself fails, or ends in the middle of packed data
     */
    public static void readLines(String name, InputStream in, Taker facts, Consumer<Rejection> rejections)
            throws IOException {
        FactReader reader = new FactReader();
        long number = 0;
        try {
            Lines lines = new Lines(Gzip.unpacked(in), LONGEST_LINE);
            while (lines.next()) {
                number = lines.number();
                if (lines.isBlank()) {
                    continue;
                }
                try {
                    requireWhole(lines);
                    FactEvent record = reader.record(lines.bytes());
                    if (record == null) {
                        facts.take(reader.read(lines.bytes()), number);
                    } else {
                        facts.take(record, number);
                    }
                } catch (MalformedMessageException e) {
                    String row = new String(lines.bytes(), UTF_8);
                    rejections.accept(new Rejection(name, number, String.valueOf(e.getMessage()), row));
                }
            }
        } catch (EOFException | ZipException e) {
            throw new IOException(
                    "the gzip data are damaged or cut off after line " + number + ": " + e.getMessage(), e);
        }
    }

    private static void requireWhole(Lines lines) {
        if (lines.isCut()) {
            throw new MalformedMessageException("the line is longer than " + LONGEST_LINE
                    + " bytes: every fact is one JSON object in a line of its own");
        }
    }

    private JsonLines() {}
}
