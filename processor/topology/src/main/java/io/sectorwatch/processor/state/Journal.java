package io.sectorwatch.processor.state;

import io.sectorwatch.processor.series.Origin;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * Vintages in the order in which they came, as pages of bytes. A vintage is never taken back, so a page that is full is
 * never written again, and the last one only grows: the journal costs what is new, however long the history is, and has
 * few pages, however little comes at a time. What repeats is written once and numbered from then on: series and origins.
 * Pages must be read in the order in which they were written. The first byte of each is the version of the format.
 */
final class Journal {
    private static final int VERSION = 1;
    private static final int FULL = 256 * 1024;
    // A page that grows is written again with each commit.
    private static final int GROWING = 4 * 1024;
    private static final int WITHDRAWN = -1;
    private static final int MORE = -1;

    private final Numbering seriesNumbers = new Numbering();
    private final Numbering originNumbers = new Numbering();
    private final List<SeriesKey> series = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final List<byte[]> pages = new ArrayList<>();
    private long published;
    private int known;

    /** Adds a row of a history to the page at hand. */
    void append(SeriesHistory history, int row) {
        try {
            if (bytes.size() == 0) {
                out.writeByte(VERSION);
            }
            write(history, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.size() >= FULL) {
            turn();
        }
    }

    /** Takes the pages that have become full since the last time. */
    List<byte[]> takePages() {
        if (bytes.size() >= GROWING) {
            turn();
        }
        List<byte[]> taken = List.copyOf(pages);
        pages.clear();
        return taken;
    }

    /** Takes the page that still grows, if it has grown since the last time. */
    Optional<byte[]> takeGrown() {
        if (bytes.size() == known) {
            return Optional.empty();
        }
        known = bytes.size();
        return Optional.of(bytes.toByteArray());
    }

    /** Reads the next page, which is full: as much of it as was not read while it grew. */
    void read(byte[] page, Consumer<Observation> vintages) {
        readFrom(bytes.size(), page, vintages);
        beginPage();
    }

    /**
     * Reads as much of the page that still grows as was not read before. What is appended afterwards goes on from there, and
     * numbers series and origins anew, from where the journal ends.
     */
    void readGrowing(byte[] page, Consumer<Observation> vintages) {
        readFrom(bytes.size(), page, vintages);
        bytes.write(page, bytes.size(), page.length - bytes.size());
        known = page.length;
    }

    private void readFrom(int offset, byte[] page, Consumer<Observation> vintages) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(page, offset, page.length - offset))) {
            if (offset == 0) {
                requireVersion(in.readByte());
            }
            while (in.available() > 0) {
                vintages.accept(readVintage(in));
            }
            seriesNumbers.next = series.size();
            originNumbers.next = origins.size();
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be read", e);
        }
    }

    private static void requireVersion(int version) {
        if (version != VERSION) {
            throw UnknownFormatException.of("the state", version, VERSION);
        }
    }

    private Observation readVintage(DataInputStream in) throws IOException {
        int number = ByteUtils.readVarint(in);
        if (number == series.size()) {
            series.add(SeriesKey.parse(in.readUTF()));
        }
        SeriesKey key = series.get(number);
        int period = ByteUtils.readVarint(in);
        published += ByteUtils.readVarlong(in);
        BigDecimal value = readValue(in);
        int originNumber = ByteUtils.readVarint(in);
        if (originNumber == origins.size()) {
            origins.add(readOrigin(in));
        }
        Origin origin = origins.get(originNumber);
        return new Observation(
                key,
                new Period(key.frequency(), period),
                value,
                origin.comparator(),
                origin.unit(),
                origin.status(),
                Instant.ofEpochMilli(published),
                new Source(origin.source(), null, null),
                origin.nextRelease());
    }

    /** The series of which it has vintages. */
    List<SeriesKey> series() {
        return List.copyOf(series);
    }

    /** The numbers of this run's histories end here, and others may follow; those of the journal go on. */
    void renumber() {
        seriesNumbers.forget();
        originNumbers.forget();
    }

    /** Forgets everything. */
    void clear() {
        seriesNumbers.clear();
        originNumbers.clear();
        series.clear();
        origins.clear();
        pages.clear();
        beginPage();
    }

    private void turn() {
        pages.add(bytes.toByteArray());
        beginPage();
    }

    private void beginPage() {
        bytes.reset();
        published = 0;
        known = 0;
    }

    private void write(SeriesHistory history, int row) throws IOException {
        if (seriesNumbers.write(history.number(), out)) {
            out.writeUTF(history.key().toString());
            series.add(history.key());
        }
        ByteUtils.writeVarint(history.period(row), out);
        long time = history.published(row);
        ByteUtils.writeVarlong(time - published, out);
        published = time;
        write(history.value(row));
        if (originNumbers.write(history.originNumber(row), out)) {
            write(history.origin(row), out);
            origins.add(history.origin(row));
        }
    }

    private void write(@Nullable BigDecimal value) throws IOException {
        if (value == null) {
            ByteUtils.writeVarint(WITHDRAWN, out);
            return;
        }
        ByteUtils.writeVarint(value.scale(), out);
        BigInteger unscaled = value.unscaledValue();
        boolean small = unscaled.bitLength() < Long.SIZE;
        out.writeBoolean(small);
        if (small) {
            ByteUtils.writeVarlong(unscaled.longValue(), out);
        } else {
            byte[] digits = unscaled.toByteArray();
            ByteUtils.writeVarint(digits.length, out);
            out.write(digits);
        }
    }

    private static void write(Origin origin, DataOutputStream out) throws IOException {
        out.writeUTF(origin.source());
        out.writeUTF(origin.comparator() == null ? "" : origin.comparator().symbol());
        writeCount(origin.status().size(), out);
        for (String code : origin.status()) {
            out.writeUTF(code);
        }
        out.writeUTF(origin.unit() == null ? "" : origin.unit());
        ByteUtils.writeVarlong(
                origin.nextRelease() == null
                        ? Long.MIN_VALUE
                        : origin.nextRelease().toEpochDay(),
                out);
    }

    // Nearly always it fits a byte, and a negative one says that it does not.
    private static void writeCount(int count, DataOutputStream out) throws IOException {
        if (count <= Byte.MAX_VALUE) {
            out.writeByte(count);
        } else {
            out.writeByte(MORE);
            out.writeInt(count);
        }
    }

    private static int readCount(DataInputStream in) throws IOException {
        int count = in.readByte();
        return count == MORE ? in.readInt() : count;
    }

    private static @Nullable BigDecimal readValue(DataInputStream in) throws IOException {
        int scale = ByteUtils.readVarint(in);
        if (scale == WITHDRAWN) {
            return null;
        }
        if (in.readBoolean()) {
            return BigDecimal.valueOf(ByteUtils.readVarlong(in), scale);
        }
        byte[] digits = new byte[ByteUtils.readVarint(in)];
        in.readFully(digits);
        return new BigDecimal(new BigInteger(digits), scale);
    }

    private static Origin readOrigin(DataInputStream in) throws IOException {
        String source = in.readUTF();
        String comparator = in.readUTF();
        List<String> status = new ArrayList<>();
        for (int left = readCount(in); left > 0; left--) {
            status.add(in.readUTF());
        }
        String unit = in.readUTF();
        long nextRelease = ByteUtils.readVarlong(in);
        return new Origin(
                source,
                comparator.isEmpty() ? null : Bound.of(comparator),
                List.copyOf(status),
                unit.isEmpty() ? null : unit,
                nextRelease == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(nextRelease));
    }

    /** What of this run's numbers has been written under which number of the journal. */
    private static final class Numbering {
        private int[] written = new int[64];
        private int next;

        /** Writes a number; true if it is a new one, and what it stands for has to be written after it. */
        boolean write(int number, DataOutputStream out) throws IOException {
            if (number >= written.length) {
                written = Arrays.copyOf(written, Math.max(number + 1, 2 * written.length));
            }
            boolean isNew = written[number] == 0;
            if (isNew) {
                next++;
                written[number] = next;
            }
            ByteUtils.writeVarint(written[number] - 1, out);
            return isNew;
        }

        void forget() {
            Arrays.fill(written, 0);
        }

        void clear() {
            forget();
            next = 0;
        }
    }
}
