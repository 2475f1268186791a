package io.sectorwatch.application.replay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.AboutFacts;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Understands the records of the topics of facts as the processor does. Not thread-safe. */
final class FactTopicReader {
    private final Topics topics;
    private final Taker taker;
    private final Admission admission;

    /** Takes facts. */
    interface Taker {
        /**
         * The next fact of a partition, or what is said about facts.
         *
         * @param record where it is
         * @param fact null where no processor can read it
         */
        void take(ConsumerRecord<?, ?> record, @Nullable FactEvent fact) throws IOException;
    }

    /** Hands what it reads to somebody. */
    FactTopicReader(Topics topics, Admission admission, Taker taker) {
        this.topics = topics;
        this.admission = admission;
        this.taker = taker;
    }

    void read(ConsumerRecord<byte[], byte[]> record) throws IOException {
        taker.take(record, fact(record));
    }

    static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private @Nullable FactEvent fact(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            boolean ofPolicies = record.topic().equals(topics.policies());
            Message message = (Message) admission.read(record);
            if (message instanceof AboutFacts) {
                String key = record.key() == null ? "" : new String(record.key(), UTF_8);
                return new FactEvent(message, ofPolicies, key, null);
            }
            return FactEvent.of(message, message instanceof Tick ? null : Envelope.releaseIn(record.headers()));
        } catch (MalformedMessageException e) {
            // No fact: the processor puts it with the dead letters and says why.
            return null;
        }
    }
}
