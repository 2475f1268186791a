package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.compare.LateFacts;
import io.sectorwatch.ingest.fact.SortedFacts;
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
    private final LateFacts late = new LateFacts();
    private long newest;
    private long unreadable;

    /** Keeps what does not fit into memory in a directory. */
    Collected(Predicate<Message> needed, Path temporary) {
        this.needed = needed;
        this.facts = new SortedFacts(temporary, MEMORY);
    }

    @Override
    public void take(ConsumerRecord<?, ?> record, @Nullable Message fact) throws IOException {
        if (fact == null) {
            unreadable++;
            return;
        }
        newest = Math.max(newest, fact.time().toEpochMilli());
        late.add(FactTopicReader.partition(record), fact);
        if (needed.test(fact)) {
            facts.add(0, fact);
        }
    }

    /** Those that are needed. */
    public SortedFacts facts() {
        return facts;
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
    long unreadable() {
        return unreadable;
    }

    @Override
    public void close() throws IOException {
        facts.close();
    }
}
