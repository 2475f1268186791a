package io.sectorwatch.ingest.fact;

import io.sectorwatch.ingest.sort.Bytes;
import io.sectorwatch.ingest.sort.Cursor;
import io.sectorwatch.ingest.sort.ExternalSort;
import io.sectorwatch.ingest.sort.Parts;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.series.Period;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Facts to publish: batch by batch, and in each in the order of {@link FactOrder#BY_KNOWLEDGE_TIME}; however many they
 * are, in bounded memory. Not thread-safe.
 */
public final class SortedFacts implements AutoCloseable {
    private static final int POLICY = 0;
    private static final int OBSERVATION = 1;
    private static final int TICK = 2;

    private final ExternalSort sort;
    private final boolean enveloped;
    private final Bytes bytes = new Bytes();

    /** Sorts with that much memory, in bytes, and with temporary files in a directory. */
    public SortedFacts(Path temporary, long memory) {
        this(temporary, memory, false);
    }

    private SortedFacts(Path temporary, long memory, boolean enveloped) {
        this.sort = new ExternalSort(temporary, memory);
        this.enveloped = enveloped;
    }

    /** The same with their envelopes, which need more memory, and of which nothing is left to do when they are published. */
    public static SortedFacts enveloped(Path temporary, long memory) {
        return new SortedFacts(temporary, memory, true);
    }

    /**
     * One of the facts.
     *
     * @param batch its number; the smaller ones come first
     */
    public record Placed(int batch, Message fact) {}

    /** Gives facts one by one. */
    public interface Facts {
        /** The next fact; null at the end. */
        @Nullable
        Placed next() throws IOException;
    }

    /**
     * A fact that has not been read again.
     *
     * @param time knowledge time, in milliseconds
     * @param key the key of its record: indicator code or policy id; empty for a tick
     */
    public record Written(EventType type, long time, String key, byte[] json) {}

    /** Gives facts one by one, unread. */
    public interface WrittenFacts {
        /** The next fact; null at the end. */
        @Nullable
        Written next() throws IOException;
    }

    /**
     * A fact in its envelope.
     *
     * @param batch the number it was added with
     * @param key the key of its record: indicator code or policy id; empty for a tick
     */
    public record Enveloped(int batch, String key, Envelope envelope) {}

    /** Gives facts one by one, in their envelopes. */
    public interface EnvelopedFacts {
        /** The next fact; null at the end. */
        @Nullable
        Enveloped next() throws IOException;
    }

    public void add(int batch, Message fact) throws IOException {
        bytes.number(batch).number(fact.time().toEpochMilli());
        if (fact instanceof PolicyEvent policy) {
            bytes.small(POLICY);
            period(policy.occurred()).text(policy.id());
        } else if (fact instanceof Observation observation) {
            bytes.small(OBSERVATION);
            period(observation.period())
                    .text(observation.series().indicator())
                    .text(observation.series().area())
                    .text(observation.series().sector())
                    .constant(observation.series().frequency());
        } else if (fact instanceof Tick) {
            bytes.small(TICK);
        } else {
            throw new IllegalArgumentException("not a fact: " + fact);
        }
        if (enveloped) {
            Envelope envelope = Envelope.of(fact);
            // A zero never stands in JSON, and after it nothing counts for the order any more.
            bytes.rest(envelope.value())
                    .small(0)
                    .text(envelope.id())
                    .text(envelope.source())
                    .text(envelope.subject());
        } else {
            bytes.rest(json(fact));
        }
        sort.add(bytes.end());
    }

    public long size() {
        return sort.size();
    }

    /** All facts so far; good until the next is added. */
    public Facts facts() throws IOException {
        Cursor records = sort.sorted();
        IndicatorCodec indicators = new IndicatorCodec();
        PolicyCodec policies = new PolicyCodec();
        return () -> {
            byte[] record = records.next();
            return record == null ? null : read(record, indicators, policies);
        };
    }

    /** The same facts as they were written down, unread; good until the next is added. */
    public WrittenFacts written() throws IOException {
        Cursor records = sort.sorted();
        return () -> {
            byte[] record = records.next();
            return record == null ? null : written(new Parts(record));
        };
    }

    /** The same facts in their envelopes; good until the next is added. */
    public EnvelopedFacts envelopes() throws IOException {
        if (!enveloped) {
            throw new IllegalStateException("the facts were sorted without their envelopes");
        }
        Cursor records = sort.sorted();
        return () -> {
            byte[] record = records.next();
            return record == null ? null : enveloped(record);
        };
    }

    @Override
    public void close() throws IOException {
        sort.close();
    }

    private Written written(Parts parts) {
        parts.number();
        long time = parts.longNumber();
        int kind = parts.small();
        String key = "";
        if (kind != TICK) {
            parts.number();
            parts.small();
            key = parts.text();
        }
        if (kind == OBSERVATION) {
            parts.skipText();
            parts.skipText();
            parts.small();
        }
        EventType type = kind == POLICY ? EventType.POLICY : kind == TICK ? EventType.TICK : EventType.OBSERVATION;
        return new Written(type, time, key, enveloped ? parts.upToZero() : parts.rest());
    }

    private Enveloped enveloped(byte[] record) {
        Parts parts = new Parts(record);
        Written fact = written(parts);
        Envelope envelope = new Envelope(
                fact.type(), parts.text(), parts.text(), Instant.ofEpochMilli(fact.time()), parts.text(), fact.json());
        return new Enveloped(new Parts(record).number(), fact.key(), envelope);
    }

    private Placed read(byte[] record, IndicatorCodec indicators, PolicyCodec policies) {
        Written fact = written(new Parts(record));
        return new Placed(
                new Parts(record).number(),
                fact.type() == EventType.POLICY ? policies.read(fact.json()) : indicators.read(fact.json()));
    }

    // Periods of different frequencies are compared by their first days.
    private Bytes period(Period period) {
        return bytes.number(Math.toIntExact(period.start().toEpochDay())).constant(period.frequency());
    }

    private static byte[] json(Message fact) {
        if (fact instanceof PolicyEvent policy) {
            return new PolicyCodec().write(policy);
        }
        return IndicatorCodec.bytes((IndicatorMessage) fact);
    }
}
