package io.sectorwatch.processor.topology;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells a stream thread how much its consumer had for it. Kafka makes it by its name, in any group protocol. */
public final class PolledRecords implements ConsumerInterceptor<byte[], byte[]> {
    private int most = ConsumerConfig.DEFAULT_MAX_POLL_RECORDS;

    @Override
    public void configure(Map<String, ?> config) {
        Object configured = config.get(ConsumerConfig.MAX_POLL_RECORDS_CONFIG);
        if (configured != null) {
            most = Integer.parseInt(configured.toString());
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        ThreadWork.ofThisThread().polled(records.count(), most);
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // A transaction commits them.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
