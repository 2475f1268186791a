package io.sectorwatch.ingest.publish;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Hands records to a producer without waiting for any of them, until one has failed. Whether all have arrived is told by what
 * waits for them: a commit, or a flush and {@link #requireNoFailure}.
 */
public final class RecordSender {
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

    /** Leaves the producer to whoever made it. */
    public RecordSender(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Hands over a record; throws the first failure of this one or of one before it, as far as it is known. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        send(record, arrived -> {});
    }

    /** The same, and tells on another thread where it has arrived. */
    // A producer without a broker waits its whole time-out for every record, so the first failure must be the last.
    @SuppressWarnings("FutureReturnValueIgnored")
    void send(ProducerRecord<byte[], byte[]> record, Consumer<RecordMetadata> arrived) {
        producer.send(record, (metadata, e) -> {
            if (e == null) {
                arrived.accept(metadata);
            } else {
                failed.compareAndSet(null, e);
            }
        });
        requireNoFailure();
    }

    /** Throws the first failure that is known. */
    public void requireNoFailure() {
        Exception first = failed.get();
        if (first != null) {
            throw first instanceof KafkaException kafka ? kafka : new KafkaException(first);
        }
    }
}
