package io.sectorwatch.deliver.delivery;

import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Transition;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record that a target was not told of yet.
 *
 * @param notice null for what is no transition
 * @param fault why it is none; empty for a transition
 */
record Waiting(
        ConsumerRecord<byte[], byte[]> record, @Nullable Notice notice, String fault) {
    static Waiting of(
            ConsumerRecord<byte[], byte[]> record, Function<Transition, String> titles, Predicate<Transition> filter) {
        if (record.value() == null) {
            return new Waiting(record, null, "it has no value");
        }
        try {
            return new Waiting(record, Notice.of(record.headers(), record.value(), titles, filter), "");
        } catch (MalformedMessageException e) {
            return new Waiting(record, null, String.valueOf(e.getMessage()));
        }
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }
}
