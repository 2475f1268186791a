package io.sectorwatch.ingest.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.xml.XmlInput;
import io.sectorwatch.ingest.temporary.NamelessFile;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells share, which they name by number: in memory as long as they are few, then in a temporary file. Not
 * thread-safe.
 */
final class SharedTexts implements Closeable {
    private static final int IN_MEMORY = 8 << 20;
    private static final int MOST = 4_000_000;
    private static final int REMEMBERED = 1 << 12;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final @Nullable String[] remembered = new String[REMEMBERED];
    private final int[] numbers = new int[REMEMBERED];
    private long[] ends = new long[256];
    private int count;
    private long written;
    private byte[] memory = new byte[0];
    private @Nullable FileChannel file;

    /** A workbook without any. */
    SharedTexts() {
        Arrays.fill(numbers, -1);
    }

    /** Reads all of them. */
    void read(InputStream in) throws IOException {
        XmlInput xml = new XmlInput(in);
        while (xml.nextTag()) {
            if (xml.isStart() && xml.name().equals("si")) {
                add(CellText.of(xml));
            }
        }
        if (file == null) {
            memory = pending.toByteArray();
        } else {
            spill();
        }
    }

    /** The text of a number; null where there is none. */
    @Nullable
    String get(int number) throws IOException {
        if (number < 0 || number >= count) {
            return null;
        }
        int slot = number % REMEMBERED;
        if (numbers[slot] == number) {
            return remembered[slot];
        }
        long from = number == 0 ? 0 : ends[number - 1];
        int length = (int) (ends[number] - from);
        String text = file == null ? new String(memory, (int) from, length, UTF_8) : read(file, from, length);
        numbers[slot] = number;
        remembered[slot] = text;
        return text;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void add(String text) throws IOException {
        if (count == MOST) {
            throw new UnreadableException("the workbook has more than " + MOST + " different texts");
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        pending.write(text.getBytes(UTF_8));
        ends[count++] = written + pending.size();
        if (pending.size() > IN_MEMORY) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = NamelessFile.open(TemporaryDirectory.standard());
        }
        ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        written += pending.size();
        pending.reset();
    }

    private static String read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // A file gives as much as it likes.
        }
        return new String(bytes.array(), UTF_8);
    }
}
