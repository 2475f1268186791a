package io.sectorwatch.application.state;

import io.sectorwatch.processor.state.HeapStoreBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** One instance of an application that counts words in a heap store. It goes on with a new thread when it fails. */
final class CountingApp implements AutoCloseable {
    static final String COMMIT = "commit!";
    static final String FAIL = "fail!";

    private final AtomicBoolean fails = new AtomicBoolean();
    private final AtomicBoolean failsAtCommit = new AtomicBoolean();
    private final List<Counts> stores = new CopyOnWriteArrayList<>();
    private final KafkaStreams streams;

    CountingApp(Map<String, Object> config, String input, String output) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(input, Consumed.with(Serdes.String(), Serdes.String()))
                .process(new Counting())
                .to(output, Produced.with(Serdes.String(), Serdes.String()));
        Properties properties = new Properties();
        properties.putAll(config);
        streams = new KafkaStreams(builder.build(), properties);
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
    }

    /** The stores that its tasks have begun with so far, the newest last. */
    List<Counts> stores() {
        return stores;
    }

    /** The tasks it works on, as said by Kafka Streams. */
    Set<TaskId> active() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(TaskMetadata::taskId)
                .collect(Collectors.toSet());
    }

    /** Has it fail at the next word that says so. */
    void failOnce() {
        fails.set(true);
    }

    /** Has it fail in the middle of the next commit. */
    void failAtCommitOnce() {
        failsAtCommit.set(true);
    }

    @Override
    public void close() {
        streams.close(CloseOptions.timeout(Duration.ofSeconds(20))
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    private final class Counting implements ProcessorSupplier<String, String, String, String> {
        @Override
        public Processor<String, String, String, String> get() {
            return new Counter();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(new HeapStoreBuilder<>(Counts.NAME, () -> new Counts(stores, failsAtCommit), Map.of()));
        }
    }

    private final class Counter implements Processor<String, String, String, String> {
        private @Nullable ProcessorContext<String, String> context;
        private @Nullable Counts counts;

        @Override
        public void init(ProcessorContext<String, String> given) {
            context = given;
            Counts store = given.getStateStore(Counts.NAME);
            // By it a store knows that a processor has it.
            store.beforeCommit(() -> {});
            counts = store;
        }

        @Override
        public void process(Record<String, String> record) {
            if (context == null || counts == null) {
                throw new IllegalStateException("not initialised");
            }
            String word = record.value();
            if (word.equals(COMMIT)) {
                context.commit();
            } else if (!word.equals(FAIL)) {
                context.forward(record.withValue(word + ' ' + counts.add(word)));
            } else if (fails.compareAndSet(true, false)) {
                throw new IllegalStateException("as it was told to");
            }
        }
    }
}
