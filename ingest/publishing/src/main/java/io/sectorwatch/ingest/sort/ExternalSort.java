package io.sectorwatch.ingest.sort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of records, as unsigned bytes, in bounded memory: what memory does not hold waits in a temporary file.
 * Not thread-safe.
 *
 * <p>A class of our own, since the libraries for it sort lines of a text file that must be written first, and hold each of
 * them as a String.
 */
public final class ExternalSort implements AutoCloseable {
    /** What a record takes beside its bytes: its header, its reference, and half a reference while it is sorted. */
    private static final int OVERHEAD = 32;

    private static final int MOST_RUNS = 256;

    private final Path directory;
    private final long memory;
    private final List<SpillFile.Run> runs = new ArrayList<>();
    private List<byte[]> held = new ArrayList<>();
    private long bytes;
    private long size;
    private @Nullable SpillFile file;

    /**
     * Sorts with the help of a directory for temporary files.
     *
     * @param memory in bytes, of the records held at a time; merging takes up to 8 MB more
     */
    public ExternalSort(Path directory, long memory) {
        this.directory = directory;
        this.memory = memory;
    }

    /** Takes one more record, and keeps the array itself. */
    public void add(byte[] record) throws IOException {
        held.add(record);
        bytes += record.length + OVERHEAD;
        size++;
        if (bytes >= memory) {
            spill();
        }
    }

    /** How many records there are. */
    public long size() {
        return size;
    }

    /** All records so far, from the smallest on; good until the next is added. */
    public Cursor sorted() throws IOException {
        if (file == null) {
            return inMemory();
        }
        if (!held.isEmpty()) {
            spill();
        }
        return merged(file);
    }

    @Override
    public void close() throws IOException {
        held = new ArrayList<>();
        if (file != null) {
            file.close();
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = new SpillFile(directory);
        }
        if (runs.size() == MOST_RUNS) {
            file = intoOne(file);
        }
        runs.add(file.write(inMemory()));
        held = new ArrayList<>();
        bytes = 0;
    }

    private SpillFile intoOne(SpillFile many) throws IOException {
        SpillFile one = new SpillFile(directory);
        try {
            SpillFile.Run run = one.write(merged(many));
            runs.clear();
            runs.add(run);
        } catch (IOException e) {
            one.close();
            throw e;
        }
        many.close();
        return one;
    }

    private Cursor inMemory() {
        held.sort(Arrays::compareUnsigned);
        var records = held.iterator();
        return () -> records.hasNext() ? records.next() : null;
    }

    private record Head(byte[] record, Cursor rest) {}

    private Cursor merged(SpillFile from) throws IOException {
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::record, Arrays::compareUnsigned));
        for (SpillFile.Run run : runs) {
            push(heads, from.read(run));
        }
        return () -> {
            Head head = heads.poll();
            if (head == null) {
                return null;
            }
            push(heads, head.rest());
            return head.record();
        };
    }

    private static void push(PriorityQueue<Head> heads, Cursor cursor) throws IOException {
        byte[] record = cursor.next();
        if (record != null) {
            heads.add(new Head(record, cursor));
        }
    }
}
