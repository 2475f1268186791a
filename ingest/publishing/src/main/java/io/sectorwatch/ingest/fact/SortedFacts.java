package io.sectorwatch.ingest.fact;

import io.sectorwatch.ingest.sort.Bytes;
import io.sectorwatch.ingest.sort.Cursor;
import io.sectorwatch.ingest.sort.ExternalSort;
import io.sectorwatch.ingest.sort.Parts;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.PolicyMessage;
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
    private static final int CLOSED_POLICIES = 1;
    private static final int OBSERVATION = 2;
    private static final int CLOSED_OBSERVATIONS = 3;
    private static final int CORRECTION = 4;
    private static final int CORRECTION_OF_POLICY = 5;
    private static final int TICK = 6;

    private static final int RELEASE_IS_OPEN = 0;
    private static final int ON_ITS_OWN = 1;
    private static final int IN_RELEASE = 2;

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
     * A fact, a tick, or what is said about facts, that has not been read again.
     *
     * @param time knowledge time, in milliseconds
     * @param key of its record: indicator code or policy id; empty where it has none
     * @param release the release that a fact belongs to; null for one on its own
     * @param ofPolicies whether it is on the topic of policy events
     */
    public record Written(
            EventType type, long time, String key, @Nullable String release, boolean ofPolicies, byte[] json) {
        /** Whether it is a fact or a tick, and not what is said about facts. */
        public boolean isFact() {
            return type != EventType.RELEASE && type != EventType.CORRECTION;
        }
    }

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
     * @param key of its record: indicator code or policy id; empty where it has none
     * @param ofPolicies whether it is on the topic of policy events
     * @param source the id of its source; empty where it has none
     * @param effect what it does to what is known, as it was added
     * @param isOpen whether it is still to be said which release it belongs to
     */
    public record Enveloped(
            int batch, String key, boolean ofPolicies, String source, int effect, boolean isOpen, Envelope envelope) {
        /** The same as a fact of a release. */
        public Enveloped in(String release) {
            return new Enveloped(batch, key, ofPolicies, source, effect, false, envelope.withRelease(release));
        }

        /** What of it a history holds. */
        public Written written() {
            return new Written(
                    envelope.type(),
                    envelope.time().toEpochMilli(),
                    key,
                    envelope.release(),
                    ofPolicies,
                    envelope.value());
        }
    }

    /** Gives facts one by one, in their envelopes. */
    public interface EnvelopedFacts {
        /** The next fact; null at the end. */
        @Nullable
        Enveloped next() throws IOException;
    }

    /** Adds a fact, or a tick, on its own. */
    public void add(int batch, Message fact) throws IOException {
        add(batch, FactEvent.of(fact));
    }

    /** Adds what stands on a topic, as it does there. */
    public void add(int batch, FactEvent event) throws IOException {
        add(batch, event, event.release() == null ? ON_ITS_OWN : IN_RELEASE, 0);
    }

    /**
     * Adds a fact of which it is still to be said what release it belongs to.
     *
     * @param effect what it does to what is known, a number between 0 and 255
     */
    public void addOpen(int batch, Message fact, int effect) throws IOException {
        add(batch, FactEvent.of(fact), RELEASE_IS_OPEN, effect);
    }

    private void add(int batch, FactEvent event, int release, int effect) throws IOException {
        Message fact = event.message();
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
        } else if (fact instanceof ClosedRelease) {
            bytes.small(event.ofPolicies() ? CLOSED_POLICIES : CLOSED_OBSERVATIONS);
        } else if (fact instanceof Correction) {
            bytes.small(event.ofPolicies() ? CORRECTION_OF_POLICY : CORRECTION).text(event.key());
        } else {
            throw new IllegalArgumentException("not a fact: " + fact);
        }
        // A zero never stands in JSON.
        if (enveloped) {
            Envelope envelope = Envelope.of(fact);
            bytes.rest(envelope.value())
                    .small(0)
                    .text(envelope.id())
                    .text(envelope.subject())
                    .text(sourceOf(fact))
                    .small(effect);
        } else {
            bytes.rest(json(fact)).small(0);
        }
        bytes.small(release);
        if (event.release() != null) {
            bytes.text(event.release());
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
        PolicyMessageCodec policies = new PolicyMessageCodec();
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
            return record == null ? null : enveloped(new Parts(record));
        };
    }

    @Override
    public void close() throws IOException {
        sort.close();
    }

    /** The part that the order rests on, and the JSON. */
    private record Head(int batch, EventType type, long time, String key, boolean ofPolicies, byte[] json) {}

    private static Head head(Parts parts) {
        int batch = parts.number();
        long time = parts.longNumber();
        int kind = parts.small();
        String key = "";
        if (kind == POLICY || kind == OBSERVATION) {
            parts.number();
            parts.small();
            key = parts.text();
        } else if (kind == CORRECTION || kind == CORRECTION_OF_POLICY) {
            key = parts.text();
        }
        if (kind == OBSERVATION) {
            parts.skipText();
            parts.skipText();
            parts.small();
        }
        boolean ofPolicies = kind == POLICY || kind == CLOSED_POLICIES || kind == CORRECTION_OF_POLICY;
        return new Head(batch, type(kind), time, key, ofPolicies, parts.upToZero());
    }

    private static EventType type(int kind) {
        return switch (kind) {
            case POLICY -> EventType.POLICY;
            case OBSERVATION -> EventType.OBSERVATION;
            case TICK -> EventType.TICK;
            case CORRECTION, CORRECTION_OF_POLICY -> EventType.CORRECTION;
            default -> EventType.RELEASE;
        };
    }

    private Written written(Parts parts) {
        Head fact = head(parts);
        if (enveloped) {
            parts.skipText();
            parts.skipText();
            parts.skipText();
            parts.small();
        }
        String release = parts.small() == IN_RELEASE ? parts.text() : null;
        return new Written(fact.type, fact.time, fact.key, release, fact.ofPolicies, fact.json);
    }

    private static Enveloped enveloped(Parts parts) {
        Head fact = head(parts);
        String id = parts.text();
        String subject = parts.text();
        String source = parts.text();
        int effect = parts.small();
        int release = parts.small();
        Envelope envelope = new Envelope(
                fact.type,
                id,
                Envelope.sourceOf(fact.type, source),
                Instant.ofEpochMilli(fact.time),
                subject,
                fact.json);
        return new Enveloped(
                fact.batch,
                fact.key,
                fact.ofPolicies,
                source,
                effect,
                release == RELEASE_IS_OPEN,
                release == IN_RELEASE ? envelope.withRelease(parts.text()) : envelope);
    }

    private static Placed read(byte[] record, IndicatorCodec indicators, PolicyMessageCodec policies) {
        Head fact = head(new Parts(record));
        return new Placed(fact.batch, fact.ofPolicies ? policies.read(fact.json) : indicators.read(fact.json));
    }

    // Periods of different frequencies are compared by their first days.
    private Bytes period(Period period) {
        return bytes.number(Math.toIntExact(period.start().toEpochDay())).constant(period.frequency());
    }

    private static String sourceOf(Message fact) {
        if (fact instanceof Observation observation) {
            return observation.source().id();
        }
        if (fact instanceof PolicyEvent policy) {
            return policy.source().id();
        }
        return fact instanceof ClosedRelease release ? release.source().id() : "";
    }

    private static byte[] json(Message fact) {
        return fact instanceof PolicyMessage policy && !(fact instanceof IndicatorMessage)
                ? new PolicyMessageCodec().write(policy)
                : IndicatorCodec.bytes((IndicatorMessage) fact);
    }
}
