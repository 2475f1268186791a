package io.sectorwatch.benchmark.measure;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Prints, for the runner of the peers, when the first figures reach a consumer: {@code PEERS-START <epoch ms>}. */
public final class FirstRecord implements ConsumerInterceptor<Object, Object> {
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
        if (!TOLD.get()
                && records.partitions().stream().map(TopicPartition::topic).anyMatch(t -> t.endsWith("indicators"))
                && TOLD.compareAndSet(false, true)) {
            System.out.println("PEERS-START " + System.currentTimeMillis());
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
