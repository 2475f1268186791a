package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.state.DecisionStore;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The state that a task has after its records, made from them alone. What followed from them is told to nobody. */
public final class TaskState {
    private final Deserializer<Object> reader;
    private final PayloadTime times = new PayloadTime();
    private final DecisionStore store = new DecisionStore();
    private final Decider decider;
    private final List<Transition> told = new ArrayList<>();

    /**
     * A record as the processor understands it.
     *
     * @param time its knowledge time, in milliseconds
     */
    public record Understood(
            ConsumerRecord<byte[], byte[]> record, @Nullable Object event, long time) {}

    /** Of a task among so many partitions. */
    public TaskState(Topics topics, int partitions) {
        FactsAndRules inputs = FactsAndRules.apart(topics).inPartitions(partitions);
        this.reader = inputs.serde().deserializer();
        this.decider = new Decider(inputs, store);
    }

    /** The topics whose records make it, of each the partition of the task. */
    public static List<String> topics(Topics topics) {
        return FactsAndRules.apart(topics).topics();
    }

    /** Understands a record; null for one that is among the dead letters. */
    @SuppressWarnings("NullAway") // Kafka's contract: a tombstone has no value.
    public @Nullable Understood read(ConsumerRecord<byte[], byte[]> record) {
        try {
            Object event = record.value() == null
                    ? null
                    : reader.deserialize(record.topic(), record.headers(), record.value());
            ConsumerRecord<Object, Object> read = new ConsumerRecord<>(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.timestamp(),
                    record.timestampType(),
                    record.serializedKeySize(),
                    record.serializedValueSize(),
                    record.key(),
                    event,
                    record.headers(),
                    record.leaderEpoch());
            return new Understood(record, event, times.extract(read, -1));
        } catch (SerializationException e) {
            return null;
        }
    }

    /** Takes the next record, in the order of knowledge times. */
    public void take(Understood next) {
        ConsumerRecord<byte[], byte[]> record = next.record();
        try {
            decider.decide(
                    next.event(),
                    record.key(),
                    record.headers(),
                    next.time(),
                    new Place(record.topic(), record.partition(), record.offset()));
        } catch (MalformedMessageException e) {
            // It is among the dead letters.
            return;
        }
    }

    /** Takes what was told of its rules and series, in its order; that, and not what it decided, is open or over. */
    public void told(Transition transition) {
        told.add(transition);
    }

    /** Hands on the entries of the changelog. */
    public void entries(BiConsumer<byte[], byte @Nullable []> log) {
        store.drain((key, value) -> {
            if (!DecisionStore.isOfAlerts(key)) {
                log.accept(key, value);
            }
        });
        DecisionStore.entriesOf(told, log);
    }

    private record Place(String topic, int partition, long offset) implements RecordMetadata {}
}
