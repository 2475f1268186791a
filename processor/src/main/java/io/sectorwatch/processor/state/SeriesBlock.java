package io.sectorwatch.processor.state;

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
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * The vintages of some neighbouring periods of a series, as bytes. A new figure rewrites its block and not the whole
 * series. The first byte is the version of the format.
 */
final class SeriesBlock {
    private static final int VERSION = 1;
    private static final int PERIODS = 16;
    private static final int WITHDRAWN = -1;

    /** The block that a period lies in. */
    static int of(int period) {
        return Math.floorDiv(period, PERIODS);
    }

    static byte[] write(SeriesHistory history, int block) {
        int from = history.start(block * PERIODS);
        int to = history.start((block + 1) * PERIODS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + 24 * (to - from));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            ByteUtils.writeVarint(to - from, out);
            Observation before = null;
            for (int row = from; row < to; row++) {
                Observation observation = history.observation(row);
                write(observation, before, out);
                before = observation;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void read(SeriesKey key, byte[] bytes, Consumer<Observation> rows) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("the state of " + key + " is of format " + version
                        + ", and this version reads " + VERSION + ": start with a new application id");
            }
            int count = ByteUtils.readVarint(in);
            Observation before = null;
            for (int row = 0; row < count; row++) {
                before = read(key, before, in);
                rows.accept(before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state of " + key + " cannot be read", e);
        }
    }

    private static void write(Observation o, @Nullable Observation before, DataOutputStream out) throws IOException {
        ByteUtils.writeVarint(o.period().ordinal(), out);
        ByteUtils.writeVarlong(o.published().toEpochMilli(), out);
        BigDecimal value = o.value();
        if (value == null) {
            ByteUtils.writeVarint(WITHDRAWN, out);
        } else {
            ByteUtils.writeVarint(value.scale(), out);
            byte[] unscaled = value.unscaledValue().toByteArray();
            out.writeByte(unscaled.length);
            out.write(unscaled);
        }
        boolean sameOrigin = before != null && sameOrigin(o, before);
        out.writeBoolean(sameOrigin);
        if (!sameOrigin) {
            out.writeUTF(o.source().id());
            out.writeUTF(o.comparator() == null ? "" : o.comparator().symbol());
            out.writeByte(o.status().size());
            for (String code : o.status()) {
                out.writeUTF(code);
            }
            out.writeUTF(o.unit() == null ? "" : o.unit());
            ByteUtils.writeVarlong(
                    o.nextRelease() == null ? Long.MIN_VALUE : o.nextRelease().toEpochDay(), out);
        }
    }

    private static Observation read(SeriesKey key, @Nullable Observation before, DataInputStream in)
            throws IOException {
        Period period = new Period(key.frequency(), ByteUtils.readVarint(in));
        Instant published = Instant.ofEpochMilli(ByteUtils.readVarlong(in));
        int scale = ByteUtils.readVarint(in);
        BigDecimal value = null;
        if (scale != WITHDRAWN) {
            value = new BigDecimal(new BigInteger(in.readNBytes(in.readUnsignedByte())), scale);
        }
        if (in.readBoolean() && before != null) {
            return new Observation(
                    key,
                    period,
                    value,
                    before.comparator(),
                    before.unit(),
                    before.status(),
                    published,
                    before.source(),
                    before.nextRelease());
        }
        Source source = new Source(in.readUTF(), null, null);
        String comparator = in.readUTF();
        int codes = in.readUnsignedByte();
        List<String> status = new ArrayList<>(codes);
        for (int i = 0; i < codes; i++) {
            status.add(in.readUTF());
        }
        String unit = in.readUTF();
        long nextRelease = ByteUtils.readVarlong(in);
        return new Observation(
                key,
                period,
                value,
                comparator.isEmpty() ? null : Bound.of(comparator),
                unit.isEmpty() ? null : unit,
                status.equals(Observation.NORMAL) ? Observation.NORMAL : List.copyOf(status),
                published,
                source,
                nextRelease == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(nextRelease));
    }

    private static boolean sameOrigin(Observation one, Observation other) {
        return one.source().equals(other.source())
                && one.comparator() == other.comparator()
                && one.status().equals(other.status())
                && Objects.equals(one.unit(), other.unit())
                && Objects.equals(one.nextRelease(), other.nextRelease());
    }

    private SeriesBlock() {}
}
