package io.sectorwatch.deliver;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A real broker, on whose topics tests say what a processor would. */
public final class AlertTopics implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final Server server;
    private final KafkaProducer<byte[], byte[]> producer;

    public AlertTopics(Path directory) {
        broker = EmbeddedBroker.start(FreePort.find(), directory);
        server = Server.at(broker.bootstrapServer(), Map.of());
        producer = new KafkaProducer<>(server.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    public Server server() {
        return server;
    }

    /** The topics of an installation of its own. */
    public Topics create(String prefix) throws Exception {
        Topics topics = new Topics(prefix);
        try (Admin admin = server.admin()) {
            admin.createTopics(topics.all(2, List.of()).stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configs()))
                            .toList())
                    .all()
                    .get();
        }
        return topics;
    }

    /** Says what became of an alert, and what is open now. */
    public void tell(Topics topics, Transition transition) {
        Envelope envelope = Envelope.of(transition);
        byte[] key = transition.key().getBytes(StandardCharsets.UTF_8);
        send(topics.alerts(), transition, key, envelope.value());
        send(topics.openAlerts(), transition, key, transition.transition().opens() ? envelope.value() : null);
        producer.flush();
    }

    private void send(String topic, Transition transition, byte[] key, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, null, transition.decidedAt().toEpochMilli(), key, value);
        Envelope.of(transition).writeTo(record.headers());
        var unused = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}
