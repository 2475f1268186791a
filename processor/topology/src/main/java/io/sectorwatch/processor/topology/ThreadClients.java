package io.sectorwatch.processor.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients of stream threads. Their producers tell how long a commit takes. Where the instance has a name of its own, so
 * have its transactions, and one that it left open when it was killed ends when it is back: under a name that is new at
 * every start, as Kafka Streams gives it, all would wait until the broker gives up the old one.
 */
final class ThreadClients implements KafkaClientSupplier {
    private final TransactionalIds ids;
    private final @Nullable String instanceId;

    ThreadClients(String applicationId, @Nullable String instanceId) {
        this.ids = new TransactionalIds(applicationId);
        this.instanceId = instanceId;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Map<String, Object> named = new HashMap<>(config);
        named.computeIfPresent(ProducerConfig.TRANSACTIONAL_ID_CONFIG, (key, id) -> transactionalId(id.toString()));
        return new TimedProducer(named);
    }

    private String transactionalId(String ofStreams) {
        return instanceId == null ? ofStreams : ids.named(instanceId, ofStreams);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static final class TimedProducer extends KafkaProducer<byte[], byte[]> {
        TimedProducer(Map<String, Object> config) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void commitTransaction() {
            long from = System.nanoTime();
            super.commitTransaction();
            ThreadWork.ofThisThread().committed(from, System.nanoTime());
        }
    }
}
