package io.sectorwatch.deliver.parked;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts what targets refuse on its topic. Thread-safe. */
public final class Parking implements AutoCloseable {
    private final Server server;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    public Parking(Server server, Topics topics) {
        this.server = server;
        this.topic = topics.undelivered();
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("acks", "all");
        config.put("max.request.size", Topics.LARGEST_DEAD_LETTER);
        config.putIfAbsent("max.block.ms", "30000");
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Parks a record; it is there when this returns. Throws ServerException if it cannot be.
     *
     * @param status of HTTP, or 0
     */
    public void park(ConsumerRecord<byte[], byte[]> refused, String target, int status, String reason) {
        send(Parked.record(topic, refused, target, status, reason));
    }

    /** Notes that a parked message was taken after all. */
    public void mark(Parked parked) {
        send(parked.mark(topic));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new ServerException(
                    "the topic " + topic + " at " + server.address() + " takes nothing: "
                            + (e.getCause() == null ? e : e.getCause()).getMessage(),
                    e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
