package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.ValidFacts;
import io.sectorwatch.application.replay.compare.LateFacts;
import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Those of all facts that are needed, sorted, however many they are; and what there is to know of the others. */
public final class Collected implements FactTopicReader.Taker, AutoCloseable {
    private static final long MEMORY = 24 << 20;

    private final Predicate<Message> needed;
    private final SortedFacts facts;
    private final ValidFacts valid;
    private final LateFacts late = new LateFacts();
    private long newest;
    private long unreadable;

    /** Keeps what does not fit into memory in a directory; figures have so many partitions. */
    Collected(Predicate<Message> needed, Path temporary, int partitions) {
        this.valid = new ValidFacts(partitions);
        this.needed = needed;
        this.facts = new SortedFacts(temporary, MEMORY);
    }

    @Override
    public void take(ConsumerRecord<?, ?> record, @Nullable FactEvent fact) throws IOException {
        if (fact == null) {
            unreadable++;
            return;
        }
        Message message = fact.message();
        if (message instanceof Correction correction) {
            valid.add(correction, record.partition());
            facts.add(0, fact);
            return;
        }
        newest = Math.max(newest, message.time().toEpochMilli());
        late.add(FactTopicReader.partition(record), message);
        if (needed.test(message)) {
            facts.add(0, fact);
        }
    }

    /** Those that are needed, with all corrections, as they came. */
    public FactHistory.Facts all() {
        return facts::written;
    }

    /** Those that are needed, as if void ones had never been known. */
    public FactHistory.Facts valid() {
        return valid.of(all());
    }

    /** Which of them are void. */
    public ValidFacts corrected() {
        return valid;
    }

    /** How many there are in all. */
    long size() {
        return facts.size();
    }

    /** Which of all of them were late. */
    LateFacts late() {
        return late;
    }

    /** The newest knowledge time of all of them; the epoch without any. */
    public Instant newest() {
        return Instant.ofEpochMilli(newest);
    }

    /** How many records no processor could read. */
    public long unreadable() {
        return unreadable;
    }

    @Override
    public void close() throws IOException {
        facts.close();
    }
}
