package io.sectorwatch.ingest.vintage;

import io.sectorwatch.ingest.sort.Bytes;
import io.sectorwatch.ingest.sort.Parts;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Frequency;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known and what releases say, as records that sort by subject (a source's series, or a policy event), which
 * releases hold it, then period. Not thread-safe.
 */
final class Entries {
    private static final int OBSERVATION = 0;
    private static final int POLICY = 1;
    private static final int TEXTS = 5;
    private static final int HOLDS = 0;
    private static final int SAYS = 1;
    private static final int KNOWN = 0;
    private static final int STATED = 1;

    private final Bytes bytes = new Bytes();
    private final boolean areSourcesTogether;
    private final IndicatorCodec indicators = new IndicatorCodec();
    private final PolicyCodec policies = new PolicyCodec();

    /** Each source has series of its own, or all of them have them together. */
    Entries(boolean areSourcesTogether) {
        this.areSourcesTogether = areSourcesTogether;
    }

    /** A release holds the subject of a fact. */
    byte[] holds(int release, Message fact) {
        return subject(fact).small(HOLDS).number(release).end();
    }

    /** A fact is known. */
    byte[] known(Message fact) {
        return period(fact).small(KNOWN).rest(json(fact)).end();
    }

    /** A release says a fact. */
    byte[] stated(int release, Message fact, int file, long line) {
        return period(fact)
                .small(STATED)
                .number(release)
                .number(file)
                .number(line)
                .rest(json(fact))
                .end();
    }

    /** Takes a record apart. */
    Entry read(byte[] record) {
        Parts parts = new Parts(record);
        boolean policy = parts.small() == POLICY;
        if (policy) {
            parts.skipText();
        } else {
            for (int text = 0; text < TEXTS; text++) {
                parts.skipText();
            }
        }
        byte[] subject = Arrays.copyOf(record, parts.position());
        if (parts.small() == HOLDS) {
            return new Entry(subject, parts.number(), null);
        }
        int period = parts.number();
        boolean stated = parts.small() == STATED;
        return stated
                ? new Entry(
                        subject,
                        parts.number(),
                        new Said(policy, period, parts.number(), parts.longNumber(), parts.rest()))
                : new Entry(subject, Entry.KNOWN, new Said(policy, period, 0, 0, parts.rest()));
    }

    /** Number of the file that says what is in a record; -1 where none does. */
    int file(byte[] record) {
        Entry entry = read(record);
        Said said = entry.said();
        return said == null || entry.release() == Entry.KNOWN ? -1 : said.file();
    }

    /** What the areas of a subject have in common; null for a policy event. */
    static @Nullable ReleaseScope scope(byte[] subject) {
        Parts parts = new Parts(subject);
        if (parts.small() == POLICY) {
            return null;
        }
        String source = parts.text();
        String indicator = parts.text();
        parts.skipText();
        return new ReleaseScope(source, indicator, parts.text(), Frequency.of(parts.text()));
    }

    /** The fact that was said. */
    Message fact(Said said) {
        return said.policy() ? policies.read(said.json()) : indicators.read(said.json());
    }

    /**
     * A record.
     *
     * @param release number of the release that holds the subject or says something of it, or {@link #KNOWN}
     * @param said null where the release only holds the subject
     */
    record Entry(byte[] subject, int release, @Nullable Said said) {
        static final int KNOWN = -1;
    }

    /** A fact as it was written, with the number of its file and its line there. */
    record Said(boolean policy, int period, int file, long line, byte[] json) {}

    private Bytes subject(Message fact) {
        if (fact instanceof Observation observation) {
            return bytes.small(OBSERVATION)
                    .text(areSourcesTogether ? "" : observation.source().id())
                    .text(observation.series().indicator())
                    .text(observation.series().area())
                    .text(observation.series().sector())
                    .text(observation.series().frequency().name());
        }
        if (fact instanceof PolicyEvent policy) {
            return bytes.small(POLICY).text(policy.id());
        }
        throw new IllegalArgumentException("no release says this: " + fact);
    }

    private Bytes period(Message fact) {
        int period =
                fact instanceof Observation observation ? observation.period().ordinal() : 0;
        return subject(fact).small(SAYS).number(period);
    }

    private byte[] json(Message fact) {
        return fact instanceof PolicyEvent policy ? policies.write(policy) : IndicatorCodec.bytes((Observation) fact);
    }
}
